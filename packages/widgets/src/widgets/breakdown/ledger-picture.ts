import { svg, type TemplateResult } from 'lit';
import { round, stroke } from '../../draw/path.ts';
import { edges, notched, position } from '../../draw/scale.ts';
import type { ScoreReading, Tier } from '../../ui/score-reading.ts';
import { type BreakdownReading, type GroupReading, type LineReading, wholeScale } from './read-breakdown.ts';

/** Where something lies on the scale of all points, in tenths: as far as it could reach, and as far as it does. */
interface Place {
  readonly from: number;
  readonly of: number;
  readonly points: number | null;
}

/** A group, or a line, with its place on the scale. */
export interface PlacedLine {
  readonly line: LineReading;
  readonly place: Place;
}
export interface PlacedGroup {
  readonly group: GroupReading;
  readonly place: Place;
  readonly lines: readonly PlacedLine[];
}

/** Boxes descend like stairs: each begins where what the one before could give ends. What is of no dimension begins at what the others gave. */
export function placeGroups({ groups }: BreakdownReading): PlacedGroup[] {
  let from = 0;
  let given = 0;
  return groups.map((group) => {
    const isAlone = groups.length === 1;
    const start = group.label === null && !isAlone ? given : from;
    const whole = group.lines.reduce((sum, { of }) => sum + of, 0);
    // More could be added than there is room for.
    const scale = whole > group.of && whole > 0 ? group.of / whole : 1;
    let at = start;
    const lines = group.lines.map((line): PlacedLine => {
      const place = { from: at, of: line.of * scale, points: line.points === null ? null : line.points * scale };
      at += line.of > 0 ? place.of : group.label === null ? (line.points ?? 0) : 0;
      return { line, place };
    });
    from += group.of;
    given += group.points ?? 0;
    return { group, place: { from: start, of: group.of, points: group.points }, lines };
  });
}

const toneOf = (tier: Tier | null) => tier?.tone ?? 'no-score';

/** A box as wide as what could be given, filled as far as it was; what costs points is a box that leads back. */
export function box(place: Place, tier: Tier | null, width: number, height: number): TemplateResult {
  const at = position(1, width - 1);
  const x = (tenths: number) => round(at((tenths / wholeScale) * 100));
  const { from, of } = place;
  const points = place.points ?? 0;
  const rect = (name: string, start: number, end: number) => {
    const [left, right] = [x(Math.min(start, end)), x(Math.max(start, end))];
    return svg`<rect class=${name} x=${left} y="1" width=${round(Math.max(right - left, 0))} height=${height - 2} rx="1" />`;
  };
  return svg`<svg class="place ${toneOf(tier)}" part="bar" width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${points > 0 ? rect('fill', from, from + points) : ''}
    ${of > 0 ? rect('box', from, from + of) : points < 0 ? rect('cost', from, from + points) : ''}
  </svg>`;
}

/** Of what was seen and is not in the count: how it scores, as a hollow mark on its dimension's place. */
export function aside(line: LineReading, group: Place, width: number): TemplateResult {
  const at = position(1, width - 1);
  const x = (tenths: number) => round(at((tenths / wholeScale) * 100));
  const mark = group.from + (group.of * (line.normalized ?? 0)) / 100;
  return svg`<svg class="place" part="bar" width=${width} height="8" viewBox="0 0 ${width} 8" aria-hidden="true">
    <path class="rule" d="M${x(group.from)} 4H${x(group.from + group.of)}" /><path class="tick-mark" d="M${x(mark)} .5V7.5" />
  </svg>`;
}

/** The scale itself, notched where tiers begin, with the score on it; dashed while there is none. */
export function total(reading: ScoreReading | null, width: number): TemplateResult {
  const at = position(1, width - 1);
  const score = reading?.score ?? null;
  const cuts = edges(reading?.tiers ?? []).map(at);
  const x = at(score ?? 0);
  const strokes = (name: string, from: number, to: number) =>
    notched(from, to, cuts).map(({ start, end }) => svg`<path class=${name} d=${stroke(start, 7, end, 7)} />`);
  return svg`<svg class="place ${toneOf(reading?.tier ?? null)}" part="scale" width=${width} height="14" viewBox="0 0 ${width} 14" aria-hidden="true">
    ${strokes(score === null ? 'dashed' : 'track', x, width - 1)}
    ${score === null ? '' : [...strokes('reach', 1, x), svg`<path class="needle" d="M${round(x)} 1.5V12.5" />`]}
  </svg>`;
}
