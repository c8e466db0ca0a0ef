import { isDeveloping, warnOnce } from '#developing';
import { instant } from '../../ui/loose.ts';
import type { GivenReport, Tier } from '../../ui/score-reading.ts';

const day = 86_400_000;
const lengths = { h: day / 24, d: day, w: 7 * day };

/** A score at a moment: a date text, a `Date`, or ms since 1970. A null score is a gap. */
export interface GivenPoint {
  readonly at: string | number | Date;
  /** 0–100. */
  readonly score: number | null;
  /** Of the model that gave it: where it changes, the line has a mark. */
  readonly version?: string;
}

/** What a trend line may be told without any report. */
export interface TrendAttributes {
  readonly points?: readonly GivenPoint[] | null | undefined;
  readonly scores?: string | null | undefined;
  readonly start?: string | null | undefined;
  readonly step?: string | null | undefined;
  readonly label?: string | null | undefined;
  readonly tiers?: readonly Tier[] | null | undefined;
  readonly days?: number | null | undefined;
}

interface Point {
  readonly at: string;
  readonly score: number | null;
  readonly version?: string;
}

/** A trend line's own points, or its attributes, as a report; null where they say nothing of a score. */
export function attributeReport(given: TrendAttributes): GivenReport | null {
  const points = given.points ? fromPoints(given.points) : fromScores(given);
  const last = points[points.length - 1];
  if (!last) return null;
  const days = given.days ?? 28;
  const before = last.score === null ? null : earlier(points, Date.parse(last.at), days);
  return {
    account: { name: given.label },
    asOf: last.at,
    score: last.score,
    tiers: given.tiers,
    trend: {
      points,
      // What lies between the two, where that is not quite what was asked for.
      days: before ? Math.round((Date.parse(last.at) - Date.parse(before.at)) / day) : days,
      earlier: before,
      change: before && last.score !== null ? last.score - before.score : null,
    },
  };
}

function fromPoints(given: readonly GivenPoint[]): Point[] {
  if (!Array.isArray(given)) return [];
  const points: Point[] = [];
  for (const point of given as readonly GivenPoint[]) {
    const date = new Date(
      typeof point?.at === 'string' ? (instant(point.at) ?? Number.NaN) : (point?.at ?? Number.NaN),
    );
    if (Number.isNaN(date.getTime())) continue;
    const { version } = point;
    const score = observed(point.score);
    // What is as it should be is not kept twice.
    const isKept = isPoint(point) && score === point.score;
    points.push(isKept ? point : { at: date.toISOString(), score, ...(version && { version }) });
  }
  return points.sort((a, b) => (a.at < b.at ? -1 : 1));
}

function fromScores({ scores, start, step }: TrendAttributes): Point[] {
  const words = scores?.match(/[^\s,[\]]+/g)?.slice(0, 2000) ?? [];
  const begin = instant(start) ?? Number.NaN;
  const [, count = '', unit = ''] = /^(\d{1,4})([hdw])$/.exec(step ?? '7d') ?? [];
  const length = Number(count) * lengths[unit as keyof typeof lengths];
  const points = words.slice(0, length > 0 && begin < Infinity ? 2000 : 0).map((word, i) => ({
    at: new Date(begin + i * length).toISOString(),
    score: observed(Number(word)),
  }));
  const odd = isDeveloping && words.find((word, i) => points[i]?.score == null && !/^(null|-)$/.test(word));
  if (odd) {
    warnOnce(
      `hale: <hale-trend-line> needs scores from 0 to 100, or - for none (${odd}), a start such as "2026-01-05" (${start}) and a step such as "7d", "1w" or "12h" (${step}).`,
    );
  }
  return points;
}

/** Whether its date is written as `toISOString` writes it, so that later dates are greater texts. */
const isPoint = (point: GivenPoint): point is Point =>
  typeof point.at === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(point.at);

const observed = (score: number | null) => (typeof score === 'number' && score >= 0 && score <= 100 ? score : null);

/** The score nearest to `days` before the last point, at most a quarter of that time off it. */
function earlier(points: readonly Point[], last: number, days: number): { at: string; score: number } | null {
  const wanted = last - days * day;
  let found: { at: string; score: number } | null = null;
  let off = (days * day) / 4;
  // The newest first: those before the first that is too old are older still.
  for (const { at, score } of [...points].reverse()) {
    const ms = Date.parse(at);
    const away = Math.abs(ms - wanted);
    if (ms < wanted - off) break;
    if (score === null || away > off || (found && away === off)) continue;
    found = { at, score };
    off = away;
  }
  return found;
}
