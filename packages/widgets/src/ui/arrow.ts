import { html, type TemplateResult } from 'lit/html.js';

/** An arrow up or down for a gain or a loss; vertical, so that it means the same in every writing direction. */
export function arrow(change: number): TemplateResult {
  const path = change < 0 ? 'M5 1v7.8M1.6 5.4 5 8.8l3.4-3.4' : 'M5 9V1.2M1.6 4.6 5 1.2l3.4 3.4';
  return html`<svg class="arrow" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true"><path d=${path} /></svg>`;
}
