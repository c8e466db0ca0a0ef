import { nothing, svg, type TemplateResult } from 'lit/html.js';
import { round, stroke } from '../../draw/path.ts';
import type { UnitFrame } from '../../draw/unit-frame.ts';

/** Words at a place in a plot; `name` is their class. */
export interface Word {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly name?: string;
}

/** A plot as SVG: marks mirrored whole, words set at mirrored places. */
export function sheet(
  { width, height }: { readonly width: number; readonly height: number },
  isMirrored: boolean,
  marks: unknown,
  words: readonly Word[],
): TemplateResult {
  return svg`<svg class="plot-svg" width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <g transform=${isMirrored ? `translate(${width} 0) scale(-1 1)` : nothing}>${marks}</g>
    ${words.map(
      ({ x, y, text, anchor, name = 'tick' }) =>
        svg`<text class=${name} x=${round(isMirrored ? width - x : x)} y=${round(y)} text-anchor=${anchor}>${text}</text>`,
    )}
  </svg>`;
}

/** The two axes of a plot of shares, its edges, and the line that guessing, or telling exactly, gives. */
export function axes({ left, right, top, bottom }: UnitFrame): TemplateResult {
  return svg`<path class="rule" d=${stroke(left, top, right, top) + stroke(left, (top + bottom) / 2, right, (top + bottom) / 2)} />
    <path class="base" d=${stroke(left, bottom, right, bottom)} />
    <path class="gap" d=${stroke(left, bottom, right, top)} />`;
}

/** Figures along both axes, and what the axes are of. */
export function axisWords(
  { left, right, top, bottom, height, most }: UnitFrame,
  share: (value: number) => string,
  upright: string,
  level: string,
): Word[] {
  const middle = (top + bottom) / 2;
  return [
    { x: 0, y: 11, text: upright, anchor: 'start' },
    { x: left - 8, y: top + 4, text: share(most), anchor: 'end' },
    { x: left - 8, y: middle + 4, text: share(most / 2), anchor: 'end' },
    { x: left - 8, y: bottom + 4, text: share(0), anchor: 'end' },
    { x: right, y: height - 20, text: share(most), anchor: 'end' },
    { x: (left + right) / 2, y: height - 20, text: share(most / 2), anchor: 'middle' },
    { x: right, y: height - 3, text: level, anchor: 'end' },
  ];
}
