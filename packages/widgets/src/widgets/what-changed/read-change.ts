import { apportion, type Cause, type Contribution, type Report, splitAlone } from '@hale/core/report';
import { instant, items, number, text } from '../../ui/loose.ts';
import { type GivenReport, readScore, type ScoreReading } from '../../ui/score-reading.ts';

/** A contribution as both reports have it, and what it gained or lost by one cause: tenths of a point. */
export interface Mover {
  /** Null for what the contributions do not account for. */
  readonly label: string | null;
  readonly cause: Cause;
  readonly before: Contribution | undefined;
  readonly after: Contribution | undefined;
  readonly points: number;
}

/** What one cause did; its movers, greatest first, add up to it. In tenths of a point. */
export interface CauseReading {
  readonly cause: Cause;
  readonly points: number;
  readonly movers: readonly Mover[];
}

/** A change in figures that add up at every level: from what was, by what each cause did, to what is. */
export interface ChangeReading {
  readonly before: ScoreReading;
  readonly after: ScoreReading;
  /** In tenths; null where one of the reports has no score. */
  readonly moved: { readonly from: number; readonly to: number; readonly causes: readonly CauseReading[] } | null;
  /** Whether the causes are told apart for sure. The sums are exact anyway. */
  readonly isCertain: boolean;
  readonly isOtherAccount: boolean;
}

/** What the customer did comes first, then what we did. */
const order = ['data', 'coverage', 'group', 'model', 'override'] as const;

/** Points beyond these are nobody's. */
const bound = 1e4;

/** Two reports of one account as a change. It does not throw. */
export function readChange(given: GivenReport, earlier: GivenReport): ChangeReading {
  const [before, after] = [readScore(earlier), readScore(given)];
  const ids = [earlier, given].map(({ account }) => text(account?.id));
  const isOtherAccount = ids[0] !== null && ids[1] !== null && ids[0] !== ids[1];
  const read = { before, after, isOtherAccount };
  if (isOtherAccount) return { ...read, moved: null, isCertain: true };
  const { parts, rest, rows, doubts } = splitAlone(comparable(earlier), comparable(given));
  if (parts === null) return { ...read, moved: null, isCertain: true };
  const [from, to] = [before, after].map(({ score }) => Math.round((score ?? 0) * 10)) as [number, number];
  const shares = apportion(
    order.map((cause) => parts[cause] * 10),
    to - from,
  );
  const causes = order.map((cause, place): CauseReading => {
    const points = shares[place] ?? 0;
    const own = rows.map((row) => ({
      ...row,
      cause,
      label: labelOf(row.after ?? row.before),
      exact: row.parts?.[cause] ?? 0,
    }));
    const untold = { cause, label: null, exact: rest, before: undefined, after: undefined };
    const all = [...own, ...(cause === 'data' && Math.abs(rest) >= 0.05 ? [untold] : [])].filter(
      ({ exact }) => exact !== 0,
    );
    const tenths = apportion(
      all.map(({ exact }) => exact * 10),
      points,
    );
    const movers = all
      .map(({ exact, ...one }, index): Mover => ({ ...one, points: tenths[index] ?? 0 }))
      .filter((one) => one.points !== 0)
      .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
    return { cause, points, movers };
  });
  return {
    ...read,
    moved: { from, to, causes: causes.filter(({ movers }) => movers.length > 0) },
    isCertain: doubts.length === 0,
  };
}

const labelOf = (one: Contribution | undefined) => text(one?.label, 120) ?? text(one?.id, 120) ?? '–';

/** As much of a report as comparing reads, whatever was given: what is absent or wrong is none. */
function comparable(given: GivenReport): Report {
  const { override } = given;
  const idOf = (group: unknown) => (group !== null && typeof group === 'object' ? group : null);
  return {
    score: number(given.score, 0, 100),
    minimumCoverage: number(given.minimumCoverage, 0, 1) ?? 0,
    model: { id: text(given.model?.id) ?? '', version: text(given.model?.version) ?? '' },
    override:
      override && typeof override === 'object'
        ? { score: number(override.score), computed: { score: number(override.computed?.score) } }
        : null,
    segment: idOf(given.segment),
    stage: idOf(given.stage),
    maturity: idOf(given.maturity),
    contributions: items(given.contributions).map((one) => ({
      ...one,
      id: text(one.id) ?? text(one.label) ?? '',
      at: instant(one.at) === null ? null : one.at,
      normalized: number(one.normalized, 0, 100),
      weight: number(one.weight, 0, 1) ?? 0,
      effectiveWeight: number(one.effectiveWeight ?? one.weight, 0, 1) ?? 0,
      points: number(one.points, -bound, bound),
      value: number(one.value),
      said: text(one.said, 120) ?? undefined,
      status: text(one.status) ?? 'observed',
      role: text(one.role) ?? undefined,
    })),
    // Sound: nothing else of a report is read in comparing two.
  } as unknown as Report;
}
