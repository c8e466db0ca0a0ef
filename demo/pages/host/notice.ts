import { element } from './element.ts';

/** A page's own word on why there is nothing to show, with one thing to do about it. */
export function notice(
  headline: string,
  reason: string | null,
  action?: { label: string; run: () => void },
): HTMLElement {
  return element(
    'div',
    { class: 'notice', role: 'alert' },
    element('p', { class: 'headline' }, headline),
    reason === null ? null : element('p', { class: 'muted' }, reason),
    action ? element('button', { class: 'button', type: 'button', onclick: action.run }, action.label) : null,
  );
}
