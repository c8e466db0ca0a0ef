import type { Tone } from '@hale/core/report';
import { html, type TemplateResult } from 'lit/html.js';
import { glyphPaths } from './glyph-paths.ts';

/** The shape that stands for a tier, so that colour never stands alone; a dashed ring for no score. `size` in px. */
export function glyph(tone: Tone | null, size: number = 11): TemplateResult {
  const name = tone ?? 'no-score';
  return html`<svg class="glyph ${name}" part="glyph" width=${size} height=${size} viewBox="0 0 12 12" aria-hidden="true"><path class=${tone ? '' : 'ring'} d=${glyphPaths[name]} /></svg>`;
}
