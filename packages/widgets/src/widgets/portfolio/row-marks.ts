import { nothing, svg, type TemplateResult } from 'lit/html.js';
import { stroke } from '../../draw/path.ts';
import { edges, notched, position } from '../../draw/scale.ts';
import { severityBars } from '../../draw/severity.ts';
import type { Tier } from '../../ui/score-reading.ts';

/** In px: a row's scale, its bar of seats. */
const scale = { width: 72, height: 14 };
const seats = { width: 60, height: 10 };

const box = ({ width, height }: typeof scale) => `0 0 ${width} ${height}`;

/** The whole scale lying down, filled up to the score, with a needle there; dashed without one. */
export function rowScale(score: number | null, tiers: readonly Tier[], isHollow: boolean): TemplateResult {
  const end = scale.width - 1;
  const at = position(1, end);
  const cuts = edges(tiers).map(at);
  const y = scale.height / 2;
  const x = at(score ?? 0);
  const pieces = (from: number, to: number) =>
    notched(from, to, cuts)
      .map((piece) => stroke(piece.start, y, piece.end, y))
      .join('');
  return svg`<svg class="scale" width=${scale.width} height=${scale.height} viewBox=${box(scale)} aria-hidden="true">
    <path class=${score === null ? 'track gap' : 'track'} d=${pieces(x, end)} />
    ${
      score === null
        ? nothing
        : svg`<path class=${isHollow ? 'reach hollow' : 'reach'} d=${pieces(1, x)} /><path class="halo" d=${stroke(x, 2, x, 12)} /><path class="needle" d=${stroke(x, 1.5, x, 12.5)} />`
    }
  </svg>`;
}

/** How much of the seats is in use, 0–1. */
export function seatBar(share: number): TemplateResult {
  const full = seats.width - 1;
  return svg`<svg class="seat-bar" width=${seats.width} height=${seats.height} viewBox=${box(seats)} aria-hidden="true">
    <rect class="box" x="0.5" y="2.5" width=${full} height="5" rx="1" />
    <rect class="used" x="0.5" y="2.5" width=${Math.round(full * Math.min(1, share) * 10) / 10} height="5" rx="1" />
  </svg>`;
}

const tones = { high: 'at-risk', medium: 'watch', low: 'no-score' } as const;

/** Three bars, as many of them on as it is severe. */
export function severityMark(severity: keyof typeof tones): TemplateResult {
  return svg`<svg class="severity ${tones[severity]}" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">${severityBars(
    severity,
  ).map(
    ({ x, y, width, height, on }) =>
      svg`<rect class=${on ? 'on' : 'off'} x=${x} y=${y} width=${width} height=${height} rx=".5" />`,
  )}</svg>`;
}
