import type { Tone } from '@hale/core/report';
import { drawing, element } from './element.ts';

const shapes: Readonly<Record<Tone, string>> = {
  'at-risk': 'M6 1.3 11.1 10.4H.9Z',
  watch: 'M6 .6 11.4 6 6 11.4.6 6Z',
  healthy: 'M6 1.1a4.9 4.9 0 1 1 0 9.8 4.9 4.9 0 0 1 0-9.8Z',
  thriving: 'M6 .4 7.59 4.22 11.71 4.55 8.57 7.23 9.53 11.25 6 9.1 2.47 11.25 3.43 7.23.29 4.55 4.41 4.22Z',
};

/** The shape that stands for a tier, so that colour never stands alone; null is the dashed ring of "no score". */
export function tierGlyph(tone: Tone | null): SVGSVGElement {
  const shape = tone
    ? drawing('path', { d: shapes[tone] })
    : drawing('circle', { class: 'ring', cx: 6, cy: 6, r: 4.6 });
  return drawing('svg', { class: 'glyph', width: 11, height: 11, viewBox: '0 0 12 12', 'aria-hidden': 'true' }, shape);
}

/** A tier as a pill: shape, word and score. */
export function tierPill(tone: Tone | null, label: string, score: string | null): HTMLElement {
  return element(
    'span',
    { class: `pill ${tone ?? 'no-score'}` },
    tierGlyph(tone),
    label,
    score === null ? null : element('b', {}, score),
  );
}
