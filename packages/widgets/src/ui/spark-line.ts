import { svg, type TemplateResult } from 'lit/html.js';
import { line } from '../draw/line.ts';

/** In px. */
const spark = { width: 68, height: 28 };
/** A spark is on its own range, of this many points at least: small changes stay small. */
const leastRange = 24;

/** A line of weekly scores with its gaps dashed, and a dot at the last of them; nothing without any. */
export function sparkLine(scores: readonly (number | null)[]): TemplateResult | null {
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
  return svg`<svg class="spark" width=${spark.width} height=${spark.height} viewBox=${`0 0 ${spark.width} ${spark.height}`} aria-hidden="true">
    <path class="line" d=${solid} /><path class="gap" d=${gaps.map(({ path }) => path).join('')} />
    ${alone.map(({ x, y }) => svg`<circle class="now" cx=${x} cy=${y} r="1.5" />`)}
    <circle class="now" cx=${x(last)} cy=${y(scores[last] ?? 0)} r="2.5" />
  </svg>`;
}
