import { svg, type TemplateResult } from 'lit/html.js';
import { round, stroke } from '../../draw/path.ts';
import { edges, notched, position } from '../../draw/scale.ts';
import type { ScoreReading, Tier } from '../../ui/score-reading.ts';
import { type BreakdownReading, type GroupReading, type LineReading, wholeScale } from './read-breakdown.ts';

/** Where something lies on the scale of all points, in tenths: as far as it could reach, and as far as it does. */
export interface Place {
  readonly from: number;
  readonly of: number;
  readonly points: number;
}

/** A group with its place on the scale, and those of its lines. */
export interface PlacedGroup {
  readonly group: GroupReading;
  readonly place: Place;
  readonly lines: readonly (readonly [LineReading, Place])[];
}

/** Boxes descend like stairs: each begins where what the one before could give ends. What is of no dimension begins at what the others gave. */
export function placeGroups({ groups }: BreakdownReading): PlacedGroup[] {
  let from = 0;
  let given = 0;
  return groups.map((group) => {
    const isBeside = group.label === null;
    const start = isBeside && groups.length > 1 ? given : from;
    const whole = group.lines.reduce((sum, { of }) => sum + of, 0);
    // More could be added than there is room for.
    const scale = whole > group.of ? group.of / whole : 1;
    let at = start;
    const lines = group.lines.map((line) => {
      const place = { from: at, of: line.of * scale, points: (line.points ?? 0) * scale };
      at += place.of || (isBeside ? place.points : 0);
      return [line, place] as const;
    });
    from += group.of;
    given += group.points ?? 0;
    return { group, place: { from: start, of: group.of, points: group.points ?? 0 }, lines };
  });
}

const drawing = (tier: Tier | null | undefined, width: number, height: number, marks: unknown, name: string = 'bar') =>
  svg`<svg class="place ${tier?.tone ?? 'no-score'}" part=${name} width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">${marks}</svg>`;

const along = (width: number) => {
  const at = position(1, width - 1);
  return (tenths: number) => round(at((tenths / wholeScale) * 100));
};

/**
 * A box as wide as what could be given, filled as far as it was; what costs points is a box that leads back. `mark`, for
 * what was seen and is not in the count, is how it scores, 0–100, on the place of all.
 */
export function box(
  { from, of, points }: Place,
  tier: Tier | null,
  width: number,
  height: number,
  mark: number | null = null,
): TemplateResult {
  const x = along(width);
  const rect = (name: string, length: number) => {
    const [left, right] = [x(from + Math.min(0, length)), x(from + Math.max(0, length))];
    return svg`<rect class=${name} x=${left} y="1" width=${round(right - left)} height=${height - 2} rx="1" />`;
  };
  const seen = x(from + (of * (mark ?? 0)) / 100);
  const marks =
    mark === null
      ? [points > 0 ? rect('fill', points) : '', of || points < 0 ? rect('box', of || points) : '']
      : svg`<path class="track" d="M${x(from)} 3H${x(from + of)}M${seen} 0V6" />`;
  return drawing(tier, width, height, marks);
}

/** The scale itself, notched where tiers begin, with the score on it; dashed while there is none. */
export function total(reading: ScoreReading | null, width: number): TemplateResult {
  const score = reading?.score ?? null;
  const cuts = edges(reading?.tiers ?? []).map(position(1, width - 1));
  const x = along(width)((score ?? 0) * 10);
  const strokes = (name: string, from: number, to: number) =>
    notched(from, to, cuts).map(({ start, end }) => svg`<path class=${name} d=${stroke(start, 7, end, 7)} />`);
  const reached = [strokes('reach', 1, x), svg`<path class="needle" d="M${x} 1.5V12.5" />`];
  const marks = [strokes(score === null ? 'track dashed' : 'track', x, width - 1), score === null ? '' : reached];
  // The scale is that of the points: a tier that a person has set is not the one they come to.
  return drawing(reading?.override?.computedTier ?? reading?.tier, width, 14, marks, 'scale');
}
