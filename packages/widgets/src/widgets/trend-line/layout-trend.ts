import type { Tone } from '@hale/core/report';
import { aggregate } from '../../draw/aggregate.ts';
import { extent, type Line, type LinePoint, line } from '../../draw/line.ts';
import type { Point } from '../../draw/path.ts';
import { type Box, firstFree, textBox } from '../../draw/place.ts';
import { edges, position, type TierStretch, tierStretches } from '../../draw/scale.ts';
import { type Tick, type TickUnit, timeTicks } from '../../draw/time-ticks.ts';
import type { Tier } from '../../ui/score-reading.ts';
import { drawnAhead, type ForecastLayout, layoutForecast } from './layout-forecast.ts';
import type { Foreseen } from './read-forecast.ts';
import type { TrendReading } from './read-trend.ts';
import { sparkRange, type TrendFrame } from './trend-frame.ts';

/** Words set beside a mark. */
export interface PlacedText extends Point {
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A point as drawn, and the score it stands for. */
export interface DrawnPoint extends LinePoint {
  readonly at: number;
  readonly score: number | null;
  /** Present where it has not happened yet. */
  readonly foreseen?: Foreseen;
}

/** What the layout needs to know of language and font. */
export interface TrendLettering {
  readonly number: (value: number) => string;
  readonly tick: (at: number, unit: TickUnit) => string;
  /** How far the reader's clocks are ahead of UTC, in ms: months begin at their midnight. */
  readonly ahead: number;
  readonly noData: string;
  readonly forecast: string;
  /** The figure of the last score. */
  readonly figure: string;
  /** Its width in px: it is larger and bolder than other words. */
  readonly figureWidth: number;
  readonly model: (version: string) => string;
  readonly flags: (count: number) => string;
  /** Width in px of words at 12 px. */
  readonly measure: (text: string) => number;
}

/** A trend line laid out: every mark and word with its place. */
export interface TrendLayout {
  readonly points: readonly DrawnPoint[];
  /** How many of them have happened; those of the forecast follow. */
  readonly happened: number;
  readonly line: Line;
  /** Days each point is the mean of; 0 when all are drawn. */
  readonly every: number;
  /** The score then, the score now, and how far on there is nothing. */
  readonly earlier: Point | null;
  readonly now: Point;
  readonly tail: number | null;
  readonly forecast: ForecastLayout | null;
  /** Where the figure of the last score stands, where that is not beside it. */
  readonly figure: PlacedText | null;
  readonly versions: readonly number[];
  readonly flags: readonly { readonly x: number; readonly tone: Tone | null }[];
  readonly earlierLabel: PlacedText | null;
  readonly labels: readonly PlacedText[];
  readonly ticks: readonly Tick[];
}

/** A risk flag as it stands on the baseline. */
export interface FlagMark {
  readonly at: number;
  readonly tone: Tone | null;
}

/** The tier scale stood up, with its edges; the same in every state, so that nothing moves when the line arrives. */
export interface AxisLayout {
  readonly stretches: readonly TierStretch<Tier>[];
  readonly rules: readonly number[];
  readonly labels: readonly PlacedText[];
}

/** Lays out the tier scale at the start of a frame; of a spark only the edges that its own range meets. */
export function layoutAxis(
  tiers: readonly Tier[],
  frame: TrendFrame,
  trend: TrendReading | null,
  number: (value: number) => string,
): AxisLayout {
  const { top, bottom } = frame;
  const y = vertical(trend, frame);
  const rules = edges(tiers).map(y);
  if (frame.axis === null) {
    return {
      stretches: [],
      labels: [],
      rules: trend ? rules.filter((at) => at > top && at < bottom) : [(top + bottom) / 2],
    };
  }
  const labels: PlacedText[] = [];
  for (const score of frame.labelled ? [0, 100, ...edges(tiers)] : []) {
    const at = y(score);
    if (labels.some((other) => Math.abs(other.y - at - 4) < 13)) continue;
    labels.push({ x: 29, y: at + 4, text: number(score), anchor: 'end' });
  }
  return { stretches: tierStretches(tiers, bottom, top), rules, labels };
}

/** Lays out a history in a frame: places every mark, and every word where it touches nothing. */
export function layoutTrend(
  trend: TrendReading,
  frame: TrendFrame,
  lettering: TrendLettering,
  flags: readonly FlagMark[] = [],
): TrendLayout {
  const begin = trend.first.at;
  const history = trend.points.slice(trend.points.findIndex((p) => p.score !== null));
  const stop = history[history.length - 1]?.at ?? begin;
  const spark = frame.axis === null;
  const foreseen = spark ? [] : drawnAhead(trend, stop - begin);
  const until = foreseen[foreseen.length - 1]?.at ?? stop;
  const x = (at: number) =>
    until === begin ? frame.right : frame.left + ((at - begin) / (until - begin)) * (frame.right - frame.left);
  const y = vertical(trend, frame);
  const { points: shown, every } = aggregate(history, spark ? Math.max(20, Math.floor(frame.width / 3)) : undefined);
  const points = shown.map(({ at, score }) => ({ at, score, x: x(at), y: score === null ? null : y(score) }));
  const ahead = foreseen.map((one) => ({ at: one.at, score: one.score, x: x(one.at), y: y(one.score), foreseen: one }));
  const now = { x: x(trend.last.at), y: y(trend.last.score) };
  const before = spark || !trend.earlier || trend.earlier.at < begin ? null : trend.earlier;
  const place = before && { x: x(before.at), y: y(before.score) };
  // A dot that the last one would touch says nothing.
  const earlier = place && now.x - place.x >= 12 ? place : null;
  const drawn = line(points);
  const base = {
    points: [...points, ...ahead],
    happened: points.length,
    line: drawn,
    every,
    earlier,
    now,
    tail: trend.stopped === null ? null : x(stop),
    forecast: layoutForecast(now, ahead, y, lettering.number),
  };
  if (spark) return { ...base, figure: null, versions: [], flags: [], earlierLabel: null, labels: [], ticks: [] };
  const ticks = frame.labelled
    ? timeTicks(begin, until, {
        x,
        left: frame.left,
        right: frame.width,
        word: lettering.tick,
        measure: lettering.measure,
      })
    : [];
  const versions = frame.versions ? trend.versions.filter(({ at }) => at >= begin) : [];
  const marks = frame.lane ? flags.filter(({ at }) => at >= begin && at <= stop) : [];
  // Up to the one edge and back to the other: what words keep clear of.
  const reached = ahead.flatMap(({ x, foreseen }) => [
    { x, y: y(foreseen.high) },
    { x, y: y(foreseen.low) },
  ]);
  const words = new Words(frame, [...points, ...reached], lettering);
  const end = base.forecast?.end ?? { x: now.x + 10, y: now.y + 5 };
  words.take(textBox(end.x, end.y, 40, 'start'));
  const figure =
    base.forecast &&
    // Engines draw words a little wider than they measure them; figures that touch read as one.
    (words.beside(now, lettering.figure, lettering.figureWidth + 4, 12) ?? {
      x: now.x,
      y: now.y - 12,
      text: '',
      anchor: 'middle',
    });
  if (earlier) words.take({ left: earlier.x - 5, right: earlier.x + 5, top: earlier.y - 5, bottom: earlier.y + 5 });
  const earlierLabel = earlier && before && words.beside(earlier, lettering.number(Math.round(before.score)));
  if (base.forecast) words.over({ start: now, end: { x: base.forecast.end.x, y: now.y } }, lettering.forecast);
  words.on(
    versions.map(({ at, version }) => ({ x: x(at), text: lettering.model(version) })),
    10,
  );
  if (marks.length) {
    const middle = marks.reduce((sum, { at }) => sum + x(at) / marks.length, 0);
    words.on([{ x: middle, text: lettering.flags(marks.length) }], frame.bottom - 13);
  }
  for (const gap of drawn.gaps) if (gap.end.x - gap.start.x >= 16) words.over(gap, lettering.noData);
  return {
    ...base,
    figure,
    versions: versions.map(({ at }) => x(at)),
    flags: marks.map(({ at, tone }) => ({ x: x(at), tone })),
    earlierLabel,
    labels: words.set,
    ticks,
  };
}

function vertical(trend: TrendReading | null, frame: TrendFrame): (score: number) => number {
  if (frame.axis !== null) return position(frame.bottom, frame.top);
  const { low, high } = sparkRange(trend?.low.score ?? 50, trend?.high.score ?? 50);
  return (score) => frame.bottom + ((frame.top - frame.bottom) * (score - low)) / (high - low);
}

/** Sets words one after the other, each clear of the line, the marks and the words before it, or not at all. */
class Words {
  readonly set: PlacedText[] = [];
  #frame: TrendFrame;
  #points: readonly LinePoint[];
  #measure: (text: string) => number;
  #taken: Box[] = [];

  constructor(frame: TrendFrame, points: readonly LinePoint[], { measure }: TrendLettering) {
    this.#frame = frame;
    this.#points = points;
    this.#measure = measure;
  }

  take(box: Box): void {
    this.#taken.push(box);
  }

  /** Beside a mark on the line: above it or below it, wherever the line leaves room. */
  beside(mark: Point, text: string, width = this.#measure(text), height?: number): PlacedText | null {
    const places = (['end', 'middle', 'start'] as const).flatMap((anchor) => {
      const x = mark.x + (anchor === 'end' ? 1 : anchor === 'start' ? -1 : 0);
      return this.#clear({ x, text, anchor }, width, 10, mark.y);
    });
    return this.#place(places, undefined, width, height);
  }

  /** Over the middle of a dashed bridge, or under it. */
  over({ start, end }: { start: Point; end: Point }, text: string): void {
    const placed = this.#place(
      this.#clear({ x: (start.x + end.x) / 2, text, anchor: 'middle' }, this.#measure(text), 8),
    );
    if (placed) this.set.push(placed);
  }

  /** In a row of their own; of words that would meet, the later ones are left out. */
  on(words: readonly { x: number; text: string }[], y: number): void {
    for (const { x, text } of [...words].reverse()) {
      const width = this.#measure(text);
      const middle = Math.min(x, this.#frame.width - width / 2);
      const placed = this.#place([{ x: Math.max(middle, width / 2), y, text, anchor: 'middle' }], 0);
      if (placed) this.set.push(placed);
    }
  }

  #clear(word: Omit<PlacedText, 'y'>, width: number, away: number, y?: number): PlacedText[] {
    const { left, right } = textBox(word.x, 0, width, word.anchor);
    const line = extent(this.#points, left, right);
    const top = Math.min(line?.top ?? Number.POSITIVE_INFINITY, y ?? Number.POSITIVE_INFINITY);
    const bottom = Math.max(line?.bottom ?? 0, y ?? 0);
    if (!Number.isFinite(top)) return [];
    return [
      { ...word, y: top - away },
      { ...word, y: bottom + away + 9 },
    ];
  }

  #place(places: readonly PlacedText[], top = this.#frame.top - 8, width?: number, height?: number): PlacedText | null {
    const candidates = places.map((place) => ({
      place,
      box: textBox(place.x, place.y, width ?? this.#measure(place.text), place.anchor, height),
    }));
    const bounds = {
      left: (this.#frame.axis ?? 0) + 6,
      right: this.#frame.width,
      top: Math.min(top, 0),
      bottom: this.#frame.bottom,
    };
    const found = firstFree(candidates, this.#taken, bounds);
    if (!found) return null;
    this.#taken.push(found.box);
    return found.place;
  }
}
