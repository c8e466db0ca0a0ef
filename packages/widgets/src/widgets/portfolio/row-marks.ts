import { nothing, svg, type TemplateResult } from 'lit/html.js';
import { line } from '../../draw/line.ts';
import { stroke } from '../../draw/path.ts';
import { edges, notched, position } from '../../draw/scale.ts';
import { severityBars } from '../../draw/severity.ts';
import type { Tier } from '../../ui/score-reading.ts';

/** In px: a row's scale, its spark, its bar of seats. */
const scale = { width: 72, height: 14 };
const spark = { width: 68, height: 28 };
const seats = { width: 60, height: 10 };
/** A spark is on its own range, of this many points at least: small changes stay small. */
const leastRange = 24;

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

/** A line of weekly scores with its gaps dashed, and a dot at the last of them; nothing without any. */
export function rowSpark(scores: readonly (number | null)[]): TemplateResult | null {
  const observed = scores.filter((score) => score !== null);
  const last = scores.findLastIndex((score) => score !== null);
  if (last < 0) return null;
  const low = observed.reduce((least, score) => Math.min(least, score), 100);
  const high = observed.reduce((greatest, score) => Math.max(greatest, score), 0);
  const range = Math.max(leastRange, high - low);
  const top = Math.min(100, (low + high) / 2 + range / 2);
  const step = (spark.width - 8) / Math.max(1, scores.length - 1);
  const x = (place: number) => 4 + (scores.length === 1 ? spark.width - 8 : place * step);
  const y = (score: number) => 4 + ((top - score) / range) * (spark.height - 8);
  const { solid, gaps, alone } = line(
    scores.map((score, place) => ({ x: x(place), y: score === null ? null : y(score) })),
  );
  return svg`<svg class="spark" width=${spark.width} height=${spark.height} viewBox=${box(spark)} aria-hidden="true">
    <path class="line" d=${solid} /><path class="gap" d=${gaps.map(({ path }) => path).join('')} />
    ${alone.map(({ x, y }) => svg`<circle class="now" cx=${x} cy=${y} r="1.5" />`)}
    <circle class="now" cx=${x(last)} cy=${y(scores[last] ?? 0)} r="2.5" />
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
