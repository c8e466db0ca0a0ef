import { apportion } from '@hale/core/report';
import { instant, items, type Loose, number, text } from '../../ui/loose.ts';
import type { GivenObserved } from '../../ui/observed.ts';
import { type GivenReport, readScore, type Tier, tierAt } from '../../ui/score-reading.ts';

/** What one contribution gave, of how much; points in whole tenths, so that what is shown adds up. */
export interface LineReading {
  readonly label: string;
  /** What gave the points, where it was no metric. */
  readonly role: 'start' | 'limit' | 'override' | 'account' | 'rest' | null;
  readonly status: 'observed' | 'missing' | 'stale' | 'not-applicable';
  /** Says what was read. */
  readonly observed: GivenObserved;
  /** ms since 1970. */
  readonly at: number | null;
  /** 0–100; null when it does not count. */
  readonly normalized: number | null;
  readonly tier: Tier | null;
  /** Share of the model, 0–1. */
  readonly weight: number;
  /** Null without a score. */
  readonly points: number | null;
  readonly of: number;
  /** Observed, and yet without a part in the score, as where the worst alone decides. */
  readonly isAside: boolean;
  readonly isJudgement: boolean;
  readonly sentence: string | null;
}

/** A dimension with its lines, whose figures add up to its own. What is of no dimension has no name. */
export interface GroupReading {
  readonly label: string | null;
  readonly tier: Tier | null;
  readonly method: string | null;
  /** 0–1. */
  readonly coverage: number | null;
  readonly points: number | null;
  readonly of: number;
  readonly lines: readonly LineReading[];
}

/** All of a score, in tenths of a point: the groups add up to `points`, which is the score. */
export interface BreakdownReading {
  readonly groups: readonly GroupReading[];
  /** Null without a score. */
  readonly points: number | null;
  /** What the lines do not tell of the score; 0 for a report that is whole. */
  readonly untold: number;
}

type Given = Loose<NonNullable<GivenReport['contributions']>>[number];
type GivenLine = NonNullable<Given>;

/** The whole scale, in tenths. */
export const wholeScale = 1000;
/** More lines than any report has. */
const most = 501;
/** Points beyond these are nobody's. */
const bound = 1e4;

const roles = ['start', 'limit', 'override', 'account', 'rest'] as const;
const statuses = ['missing', 'stale', 'not-applicable'] as const;

/** The contributions of a report as figures that add up at every level to the score as it is shown. It does not throw. */
export function readBreakdown(report: GivenReport): BreakdownReading {
  const { score, tiers } = readScore(report);
  const given = items<GivenLine>(report.contributions, most);
  const raw = given.map((one) => number(one.points, -bound, bound) ?? 0);
  const total = score === null ? null : Math.round(score * 10);
  const left = total === null ? 0 : total - sum(raw) * 10;
  // What is lost to rounding goes to the lines; more than that is a line of its own.
  const untold = Math.abs(left) < 0.6 ? 0 : Math.round(left);
  const tenths =
    total === null
      ? null
      : apportion(
          raw.map((points) => points * 10),
          total - untold,
        );
  const mosts = given.map((one, place) => mostOf(one, tenths?.[place] ?? null));
  const of = apportion(mosts, Math.round(sum(mosts)));
  const lines = given.map((one, place) => ({
    dimension: text(one.dimension),
    most: mosts[place] ?? 0,
    line: readLine(one, tenths?.[place] ?? null, of[place] ?? 0, tiers),
  }));
  const group = (id: string | null, share: number): Pick<GroupReading, 'lines' | 'of' | 'points'> => {
    const own = lines.filter((one) => one.dimension === id);
    const inTheirOrder = own.map(({ line }) => line);
    const room = share * wholeScale;
    return {
      lines: inTheirOrder,
      points: tenths && sum(inTheirOrder.map(({ points }) => points ?? 0)),
      // Points that are added are held to the dimension's share of the scale.
      of: sum(own.map((one) => one.most)) > room + 0.001 ? Math.round(room) : sum(inTheirOrder.map((line) => line.of)),
    };
  };
  const dimensions = items(report.dimensions, 50);
  const ids = new Set(dimensions.map(({ id }) => text(id)));
  for (const one of lines) if (!ids.has(one.dimension)) one.dimension = null;
  const groups = dimensions.map((one): GroupReading => {
    const own = number(one.score, 0, 100);
    return {
      label: text(one.label, 120) ?? text(one.id, 120) ?? '–',
      tier: own === null ? null : tierAt(tiers, own),
      method: text(one.method, 120),
      coverage: number(one.coverage, 0, 1),
      ...group(text(one.id), shareOf(own, number(one.points), number(one.weight, 0, 1))),
    };
  });
  const rest = { label: null, tier: null, method: null, coverage: null, ...group(null, Number.POSITIVE_INFINITY) };
  return { groups: rest.lines.length ? [...groups, rest] : groups, points: total, untold };
}

/** A dimension's share of the whole: what a point of its own score is worth. */
function shareOf(score: number | null, points: number | null, weight: number | null): number {
  const share = score && points !== null ? points / score : weight;
  return share !== null && share > 0 && share <= 1 ? share : 1;
}

/** The most that a line can give, in tenths; `points` as apportioned, null without a score. */
function mostOf(line: GivenLine, points: number | null): number {
  const weight = number(line.weight, 0, 1) ?? 0;
  // Without a score nobody's weight was handed on: the model's own are the ones to show.
  if (points === null) return weight * wholeScale;
  // What a group begins with is all that it can give by it.
  if (line.role === 'start') return Math.max(0, points);
  const given = number(line.most, 0, 100);
  return given === null ? (number(line.effectiveWeight, 0, 1) ?? weight) * wholeScale : given * 10;
}

function readLine(line: GivenLine, points: number | null, of: number, tiers: readonly Tier[]): LineReading {
  const normalized = number(line.normalized, 0, 100);
  const status = statuses.find((name) => name === line.status) ?? 'observed';
  const role = roles.find((name) => name === line.role) ?? null;
  return {
    label: text(line.label, 120) ?? text(line.id, 120) ?? '–',
    role,
    status,
    observed: line,
    at: instant(line.at),
    normalized,
    tier: normalized === null ? (tiers.find(({ tone }) => tone === 'plain') ?? null) : tierAt(tiers, normalized),
    weight: number(line.weight, 0, 1) ?? 0,
    points,
    of,
    isAside: points === 0 && of === 0 && role === null && status === 'observed' && normalized !== null,
    isJudgement: line.isJudgement === true,
    sentence: text(line.sentence, 400),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
