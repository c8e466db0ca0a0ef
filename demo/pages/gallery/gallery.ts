import '../host/host.ts';
import '@fontsource-variable/noto-sans-arabic';
import './gallery.css';
import '@hale/widgets/define';
import '@hale/widgets/define/backtest.js';
import '@hale/widgets/define/portfolio.js';
import '@hale/widgets/define/role-view.js';
import '@hale/widgets/define/scatter.js';
import '@hale/widgets/define/segment-bars.js';
import '@hale/widgets/languages/ar.js';
import '@hale/widgets/languages/de.js';
import '@hale/widgets/languages/es.js';
import '@hale/widgets/languages/fr.js';
import '@hale/widgets/languages/ja.js';
import * as widgets from '@hale/widgets';
import { type Entry, statesOf } from '../../../test/support/widget-states.ts';
import { byId, element } from '../host/element.ts';
import { addressOf, type Chosen, chosenIn, controls } from './choices.ts';

/** The elements there are, by the registry: a new one is here as soon as it is there. */
const tags = Object.values(widgets as Record<string, unknown>)
  .flatMap((one) => (typeof one === 'function' && 'tag' in one ? [String(one.tag)] : []))
  .filter((tag) => statesOf(tag).length > 0)
  .sort();

const stage = byId('stage');
const form = byId<HTMLFormElement>('choices');

let chosen = chosenIn(new URLSearchParams(location.search), tags);
let shown: string | null = null;

/** One widget in one state, in a box of the chosen width, with its name. */
function example(tag: string, [state, enter]: Entry, caption: string): HTMLElement {
  const widget = document.createElement(tag);
  enter(widget);
  return element(
    'figure',
    { 'data-tag': tag, 'data-state': state },
    element('figcaption', { lang: 'en' }, caption),
    element('div', { class: 'box' }, widget),
  );
}

function section(tag: string): HTMLElement {
  return element(
    'section',
    { 'aria-label': tag },
    element('h2', { lang: 'en' }, tag),
    element('div', { class: 'figures' }, ...statesOf(tag).map((entry) => example(tag, entry, entry[0]))),
  );
}

/** Each widget as it looks when all is well. */
function overview(): HTMLElement {
  const ready = tags.flatMap((tag) => {
    const entry = statesOf(tag).find(([state]) => state === 'ready');
    return entry ? [example(tag, entry, tag)] : [];
  });
  return element('div', { class: 'overview' }, ...ready);
}

/** What is drawn stays where it only changes its looks: widgets follow by themselves. */
function show(next: Chosen): void {
  chosen = next;
  stage.lang = chosen.lang;
  stage.dir = chosen.dir || (chosen.lang === 'ar' ? 'rtl' : 'ltr');
  stage.dataset.theme = chosen.theme;
  stage.style.setProperty('--width', `${chosen.width}px`);
  stage.style.setProperty('--hale-density', chosen.density === 'compact' ? '0.5' : '1');
  if (shown === chosen.widget) return;
  shown = chosen.widget;
  const wanted = chosen.widget === 'all' ? tags : tags.filter((tag) => tag === chosen.widget);
  stage.replaceChildren(...(wanted.length > 0 ? wanted.map(section) : [overview()]));
}

form.append(...controls(chosen, tags));
show(chosen);

form.addEventListener('change', () => {
  const said = new FormData(form);
  show(chosenIn(new URLSearchParams([...said].map(([name, value]) => [name, String(value)])), tags));
  history.replaceState(null, '', addressOf(chosen));
});
