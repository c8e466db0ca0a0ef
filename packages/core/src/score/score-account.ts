import { missing, type Observation } from '../measures/measure-kind.ts';
import type { ResolvedModel } from '../model/resolve-model.ts';
import { coverageOf, reasonFor } from './coverage.ts';
import { type Prepared, prepare, weightsOf } from './prepare-model.ts';
import { combineGroups, type Figure, figureOf, type GroupScore, scoreGroup } from './score-group.ts';
import { boundsOf, type ScoredMetric, scoreMetric } from './score-metric.ts';
import { type AccountScore, type ScoredGroups, tellScore } from './tell-score.ts';
import { weigh } from './weigh-rows.ts';

/**
 * Scores an account from its observations, by measure id, as of `now` (milliseconds).
 * The weight of what is missing goes to its neighbours: first within its group, then, where a whole group is missing,
 * to the groups beside it.
 */
export function scoreAccount(
  resolved: ResolvedModel,
  observations: ReadonlyMap<string, Observation>,
  now: number,
): AccountScore {
  const zone = resolved.model.timeZone ?? null;
  const prepared = prepare(resolved);
  const metrics = prepared.metrics.map(({ metric, measure }) =>
    scoreMetric(metric, observations.get(measure) ?? missing, now, zone),
  );
  const { whole, groups } = scoreAll(resolved, metrics);
  const weights = weightsOf(prepared, metrics);
  const seen = weights.filter((_, place) => metrics[place]?.missing === null);
  const coverage = coverageOf(seen);
  const why = reasonFor(seen, resolved.minimumCoverage, whole.score !== null);
  const applies = metrics.some(({ status }) => status !== 'not-applicable');
  const reason = why === 'no-data' && !applies ? 'not-applicable' : why;
  const points = reason ? null : weigh(whole.rows, metrics, whole.score);
  const score = points?.total ?? null;
  const possible = coverage > 0 ? bounds(prepared, metrics, weights, score ?? whole.score) : null;
  return tellScore(resolved, { metrics, weights, groups, rows: whole.rows, points, reason, coverage, possible });
}

/** The same from what an engine made of each metric, in the order of the model, and of all of them together. */
export function scoreFrom(
  resolved: ResolvedModel,
  metrics: readonly ScoredMetric[],
  { score, ...known }: Pick<AccountScore, 'score' | 'reason' | 'coverage' | 'possible'>,
): AccountScore {
  const { whole, groups } = scoreAll(resolved, metrics);
  const weights = weightsOf(prepare(resolved), metrics);
  const points = score === null ? null : weigh(whole.rows, metrics, score, true);
  return tellScore(resolved, { ...known, metrics, weights, groups, rows: whole.rows, points });
}

function scoreAll(
  resolved: ResolvedModel,
  metrics: readonly ScoredMetric[],
): { whole: GroupScore; groups: ScoredGroups } {
  const figure = (place: number) => metrics[place] as ScoredMetric;
  let next = 0;
  const groups = resolved.dimensions.map((dimension) => {
    const scored = scoreGroup(dimension, figure, next);
    next = scored.next;
    return scored;
  });
  return { whole: combineGroups(prepare(resolved).whole, groups), groups };
}

/** Where all that has weight is known, the score itself; rounding must not put the score outside of what is possible. */
function bounds(
  { all }: Prepared,
  metrics: readonly ScoredMetric[],
  weights: readonly number[],
  score: number | null,
): AccountScore['possible'] {
  const isKnown = ({ missing }: ScoredMetric) => missing === null;
  if (score !== null && metrics.every((one, place) => isKnown(one) || weights[place] === 0)) {
    return { low: score, high: score };
  }
  const turnedOut = (normalized: number, end: 0 | 1) => {
    const figure = (place: number): Figure => {
      const scored = metrics[place] as ScoredMetric;
      return isKnown(scored) ? scored : { normalized, given: boundsOf(scored.metric)[end] };
    };
    return figureOf(all, figure).score ?? normalized;
  };
  const low = turnedOut(0, 0);
  const high = turnedOut(100, 1);
  return { low: Math.min(low, score ?? low), high: Math.max(high, score ?? high) };
}
