import { cut } from '../../draw/cut.ts';
import { type Box, firstFree, textBox } from '../../draw/place.ts';
import { edges, type TierStretch, tierStretches } from '../../draw/scale.ts';
import type { Tier } from '../../ui/score-reading.ts';
import { type MeasureName, type ScatterPoint, type ScatterReading, unitOf } from './read-scatter.ts';

/** More points than this are gathered. */
const mostPoints = 500;
/** Side of the squares they are gathered by, in px. */
const binSize = 18;
const greatestRadius = 9;

/** How the layout measures and writes. */
export interface ScatterLettering {
  readonly measure: (text: string, size: number, weight?: number) => number;
  readonly figure: (value: number, measure: MeasureName) => string;
}

/** A point, or as many as are gathered at a place. */
export interface DrawnPoint {
  readonly x: number;
  readonly y: number;
  readonly points: readonly ScatterPoint[];
  /** Of a disc; null for the shape of one account. */
  readonly radius: number | null;
}

/** One axis: where its figures stand, with a tier scale where it is of a score. */
export interface Axis {
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly stretches: readonly TierStretch<Tier>[];
  /** Where a line parts the plot: at tiers, else at the middle account. */
  readonly parted: readonly number[];
}

/** All of the plot in px, from the start and from the top. */
export interface ScatterLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Axis;
  readonly y: Axis;
  /** From left to right. */
  readonly drawn: readonly DrawnPoint[];
  readonly isGathered: boolean;
  readonly line: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } | null;
  readonly subject: Subject | null;
}

/** The account pointed out, with its name at the end of a leader. */
export interface Subject {
  readonly x: number;
  readonly y: number;
  readonly name: {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly anchor: 'start' | 'end';
  } | null;
}

/** Lays out accounts in `width` px, 240 px high at most. */
export function layoutScatter(
  reading: ScatterReading,
  width: number,
  subject: string | null,
  { measure, figure }: ScatterLettering,
): ScatterLayout {
  const { points, tiers } = reading;
  const height = Math.min(292, Math.max(212, Math.round(width * 0.55)));
  const domainX = domainOf(
    points.map(({ x }) => x),
    reading.x,
  );
  const domainY = domainOf(
    points.map(({ y }) => y),
    reading.y,
  );
  const widest = ticksOf(domainY, tiers, reading.y).reduce(
    (most, value) => Math.max(most, measure(figure(value, reading.y), 12)),
    0,
  );
  const end = measure(figure(domainX[1], reading.x), 12) / 2;
  const [left, right, top, bottom] = [
    Math.ceil(widest) + 20,
    width - Math.max(14, Math.ceil(end) + 1),
    26,
    height - 40,
  ];
  const atX = placer(domainX, left + 8, right);
  const atY = placer(domainY, bottom, top);
  const placed = points.map((point) => ({ x: atX(point.x), y: atY(point.y), points: [point], radius: null }));
  const isGathered = points.length > mostPoints;
  const found = subject === null ? undefined : placed.find(({ points: [only] }) => only?.id === subject);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    x: axisOf(reading, 'x', domainX, atX, [left + 8, right], figure),
    y: axisOf(reading, 'y', domainY, atY, [bottom, top], figure),
    drawn: isGathered ? gather(placed) : placed,
    isGathered,
    line: lineOf(reading, domainX, domainY, atX, atY),
    subject: found ? pointOut(found, placed, { left, right, top, bottom }, measure) : null,
  };
}

type Domain = readonly [low: number, high: number];

/** A score's is the whole scale, a share's 100% at least; the others end at round figures, and begin at 0 where none is below. */
function domainOf(values: readonly number[], name: MeasureName): Domain {
  if (unitOf(name) === 'score') return [0, 100];
  const low = values.reduce((least, value) => Math.min(least, value), 0);
  const high = values.reduce((most, value) => Math.max(most, value), unitOf(name) === 'share' ? 1 : low);
  const step = roundStep(high - low || 1, unitOf(name) === 'share');
  return [Math.floor(low / step) * step, Math.max(Math.ceil(high / step) * step, low + step)];
}

/** 1, 2 or 5 of some power of ten, of which five or fewer are in a span; quarters of shares. */
function roundStep(span: number, isShare: boolean): number {
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const times = span / 4 / power;
  return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 2.5 && isShare ? 2.5 : times <= 5 ? 5 : 10);
}

const placer =
  ([low, high]: Domain, from: number, to: number) =>
  (value: number) =>
    from + ((value - low) / (high - low)) * (to - from);

function ticksOf([low, high]: Domain, tiers: readonly Tier[], name: MeasureName): number[] {
  if (unitOf(name) === 'score') return [0, ...edges(tiers), 100];
  const step = roundStep(high - low, unitOf(name) === 'share');
  return Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step);
}

function axisOf(
  { points, tiers, ...reading }: ScatterReading,
  side: 'x' | 'y',
  domain: Domain,
  at: (value: number) => number,
  [from, to]: readonly [number, number],
  figure: ScatterLettering['figure'],
): Axis {
  const name = reading[side];
  const isScore = unitOf(name) === 'score';
  const sorted = points.map((point) => point[side]).sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return {
    ticks: ticksOf(domain, tiers, name).map((value) => ({ at: at(value), text: figure(value, name) })),
    stretches: isScore ? tierStretches(tiers, from, to) : [],
    parted: isScore ? edges(tiers).map(at) : middle === undefined ? [] : [at(middle)],
  };
}

/** The line's part within the plot. */
function lineOf(
  { line, points }: ScatterReading,
  [low, high]: Domain,
  domainY: Domain,
  atX: (value: number) => number,
  atY: (value: number) => number,
): ScatterLayout['line'] {
  const [first, last] = [points[0], points.at(-1)];
  if (!line || !first || !last) return null;
  const { slope, intercept } = line;
  const ends = [Math.max(low, first.x), Math.min(high, last.x)].map((x) => {
    if (slope === 0) return x;
    const [a = x, b = x] = domainY.map((y) => (y - intercept) / slope).sort((one, other) => one - other);
    return Math.min(b, Math.max(a, x));
  });
  const [x1 = 0, x2 = 0] = ends;
  const y = (x: number) => atY(slope * x + intercept);
  return x2 > x1 ? { x1: atX(x1), y1: y(x1), x2: atX(x2), y2: y(x2) } : null;
}

/** One disc for all of a square, in the middle of them, its area as their count. */
function gather(placed: readonly DrawnPoint[]): DrawnPoint[] {
  const bins = new Map<string, DrawnPoint[]>();
  for (const one of placed) {
    const key = `${Math.floor(one.x / binSize)} ${Math.floor(one.y / binSize)}`;
    const bin = bins.get(key);
    if (bin) bin.push(one);
    else bins.set(key, [one]);
  }
  const largest = [...bins.values()].reduce((most, bin) => Math.max(most, bin.length), 1);
  const mean = (bin: readonly DrawnPoint[], of: (one: DrawnPoint) => number) =>
    bin.reduce((sum, one) => sum + of(one), 0) / bin.length;
  return [...bins.values()]
    .map((bin) => ({
      x: mean(bin, ({ x }) => x),
      y: mean(bin, ({ y }) => y),
      points: bin.flatMap(({ points }) => points),
      radius: Math.max(1.5, greatestRadius * Math.sqrt(bin.length / largest)),
    }))
    .sort((a, b) => a.x - b.x || a.y - b.y);
}

/** Where the name of the subject stands: the first of the corners around it that covers no other point, else the freest edge. */
function pointOut(
  { x, y, points: [only] }: DrawnPoint,
  placed: readonly DrawnPoint[],
  bounds: Box,
  measure: ScatterLettering['measure'],
): Subject {
  const text = cut(only?.label ?? '', (bounds.right - bounds.left) * 0.6, (words) => measure(words, 13, 600));
  const width = measure(text, 13, 600);
  const taken = placed.map((one): Box => ({ left: one.x - 5, right: one.x + 5, top: one.y - 5, bottom: one.y + 5 }));
  const candidates = [18, 30, 48, 70, 96].flatMap((far) =>
    (
      [
        [1, 1],
        [1, -1],
        [-1, 1],
        [-1, -1],
      ] as const
    ).map(([side, down]) => {
      const anchor: 'start' | 'end' = side > 0 ? 'start' : 'end';
      const at = { x: x + side * far, y: y + down * far + (down > 0 ? 4 : 0), text, anchor };
      return { at, box: textBox(at.x, at.y, width, anchor, 11) };
    }),
  );
  return { x, y, name: (firstFree(candidates, taken, bounds) ?? firstFree(candidates, [], bounds))?.at ?? null };
}
