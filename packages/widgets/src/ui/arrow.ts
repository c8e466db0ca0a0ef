import { html, type TemplateResult } from 'lit/html.js';
import { arrowPath } from './glyph-paths.ts';

/** An arrow up or down for a gain or a loss. */
export function arrow(change: number): TemplateResult {
  return html`<svg class="arrow" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true"><path d=${arrowPath(change)} /></svg>`;
}
