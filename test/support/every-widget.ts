import { listed as rows } from './accounts.ts';
import { skilled } from './backtests.ts';
import { fourWeeksBefore } from './change.ts';
import { grid } from './grids.ts';
import { listed, portfolio } from './portfolios.ts';
import { ready } from './reports.ts';

/** Gives a widget something to show; false where it is none that shows a report, or a document of which there is one here. */
export function fill(widget: Element): boolean {
  if (widget.localName === 'hale-backtest') return Reflect.set(widget, 'report', skilled());
  if (widget.localName === 'hale-segment-bars') return Reflect.set(widget, 'portfolio', portfolio());
  if (widget.localName === 'hale-portfolio') return Reflect.set(widget, 'portfolio', rows(20));
  if (widget.localName === 'hale-scatter') return Reflect.set(widget, 'portfolio', listed(40));
  if (widget.localName === 'hale-heat-map') return Reflect.set(widget, 'grid', grid());
  if ('earlier' in widget) Reflect.set(widget, 'earlier', fourWeeksBefore());
  return 'source' in widget && 'report' in widget && Reflect.set(widget, 'report', ready());
}

/** All widgets below a root, in the order of its HTML. */
export const widgetsIn = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('hale-'));

/** Uses all that can be used in a widget: its buttons and what opens, the pointer over its drawings, keys on what takes them. */
export function use(widget: Element): void {
  const root = widget.shadowRoot;
  for (const one of root?.querySelectorAll<HTMLElement>('button, summary, input') ?? []) one.click();
  for (const drawing of root?.querySelectorAll('svg') ?? []) {
    const { left, top } = drawing.getBoundingClientRect();
    const at = { clientX: left + 20, clientY: top + 10, bubbles: true, composed: true };
    for (const kind of ['pointerenter', 'pointermove', 'pointerdown', 'pointerup'])
      drawing.dispatchEvent(new PointerEvent(kind, at));
  }
  for (const one of root?.querySelectorAll<HTMLElement>('[tabindex]') ?? []) {
    one.focus();
    for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'End', 'Enter', 'Escape'])
      one.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
  }
}
