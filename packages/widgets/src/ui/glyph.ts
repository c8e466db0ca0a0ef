import type { Tone } from '@hale/core/report';
import { html, svg, type TemplateResult } from 'lit/html.js';

const shapes: Record<Tone | 'no-score', TemplateResult> = {
  'at-risk': svg`<path d="M6 1.3 11.1 10.4H.9Z" />`,
  watch: svg`<path d="M6 .6 11.4 6 6 11.4.6 6Z" />`,
  healthy: svg`<circle cx="6" cy="6" r="4.9" />`,
  thriving: svg`<path d="M6 .4 7.59 4.22 11.71 4.55 8.57 7.23 9.53 11.25 6 9.1 2.47 11.25 3.43 7.23.29 4.55 4.41 4.22Z" />`,
  'no-score': svg`<circle class="ring" cx="6" cy="6" r="4.4" />`,
};

/** The shape that stands for a tier, so that colour never stands alone; a dashed ring for no score. `size` in px. */
export function glyph(tone: Tone | null, size: number = 11): TemplateResult {
  const name = tone ?? 'no-score';
  return html`<svg class="glyph ${name}" part="glyph" width=${size} height=${size} viewBox="0 0 12 12" aria-hidden="true">${shapes[name]}</svg>`;
}
