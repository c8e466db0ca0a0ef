import './every-element.ts';
import * as widgets from '@hale/widgets';
import { fill, use, widgetsIn } from './every-widget.ts';
import { settled, textOf } from './mount.ts';

/** What a page in a box of its own tells the one around it: each widget with its text, and what went wrong. */
export interface Told {
  readonly texts: readonly (readonly [tag: string, text: string])[];
  readonly errors: readonly string[];
}

const errors: string[] = [];
addEventListener('error', ({ message }) => errors.push(message));
addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));

for (const widget of Object.values(widgets)) {
  if (typeof widget === 'function' && 'tag' in widget) document.body.append(document.createElement(String(widget.tag)));
}
for (const widget of widgetsIn(document)) if (!fill(widget)) widget.remove();
await settled();
for (const widget of widgetsIn(document)) use(widget);
await settled();
const told: Told = { texts: widgetsIn(document).map((widget) => [widget.localName, textOf(widget)]), errors };
parent.postMessage(told, '*');
