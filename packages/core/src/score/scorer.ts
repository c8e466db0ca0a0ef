import type { Observation } from '../measures/measure-kind.ts';
import { kindOf, type Metric } from '../metrics/kinds.ts';
import { clamp } from '../metrics/metric-kind.ts';
import { measureIdOf } from '../metrics/own-measures.ts';
import { type Group, metricsOf } from '../model/dimension.ts';
import type { ResolvedModel } from '../model/resolve-model.ts';
import { ago } from '../schema/time.ts';
import { onGrid } from '../stats/exact-points.ts';
import { reasonFor } from './coverage.ts';
import { scoreAccount } from './score-account.ts';
import { isMean, nominalShares, scoreGroup } from './score-group.ts';
import { staleAfterOf } from './score-metric.ts';

/** Scores many accounts with one model, and gives nothing but their scores. */
export interface Scorer {
  /** The measures it asks for, in the order in which `score` wants their observations. */
  readonly measures: readonly string[];
  /** 0–100, or null where there is no score: to the last bit what `scoreAccount` gives. */
  score(observations: readonly (Observation | undefined)[]): number | null;
}

/** What one metric is in a pattern of what is known: told apart, so that all that follows is found once a pattern. */
const observed = 1;
const standsIn = 2;
const notApplicable = 3;

/** How much of each metric's score reaches the score, where these are known; null where there is no score. */
interface Plan {
  readonly factors: Float64Array | null;
}

/** As many metrics as a number can hold the pattern of. */
const mostMetrics = 26;

/**
 * Makes a model ready to score many accounts as of `now` (milliseconds). Weights are found once for every pattern of
 * what is missing, so that an account costs one multiplication a metric; models whose groups are not all weighted means
 * are scored in full.
 */
export function createScorer(resolved: ResolvedModel, now: number): Scorer {
  const metrics = metricsOf(resolved.dimensions);
  const measures = [...new Set(metrics.map(measureIdOf))];
  const all: Group = {
    id: 'score',
    ...resolved.model.score,
    metrics: resolved.dimensions.map((one) => ({ ...one, kind: 'group' })),
  };
  if (!isMean(all) || metrics.length > mostMetrics) {
    return {
      measures,
      score(observations) {
        const byId = new Map<string, Observation>();
        measures.forEach((id, index) => {
          const one = observations[index];
          if (one) byId.set(id, one);
        });
        return scoreAccount(resolved, byId, now).score;
      },
    };
  }

  const count = metrics.length;
  // In order of id, in which points are rounded too: the sum is then the same to the last bit.
  const order = metrics
    .map((metric, place) => ({ metric, place }))
    .sort((a, b) => (a.metric.id < b.metric.id ? -1 : 1));
  const reads = order.map(({ metric }) => leaf(metric, measures.indexOf(measureIdOf(metric)), resolved, now));
  const places = order.map(({ place }) => place);
  const values = new Float64Array(count);
  const plans = new Map<number, Plan>();

  const planOf = (pattern: number): Plan => {
    const status = new Array<number>(count).fill(0);
    let rest = pattern;
    for (let index = count - 1; index >= 0; index--) {
      status[places[index] as number] = rest % 4;
      rest = Math.floor(rest / 4);
    }
    const figure = (place: number) => {
      const counts = status[place] === observed || status[place] === standsIn;
      return { normalized: counts ? 1 : null, given: null };
    };
    const shares = nominalShares(all, (place) => status[place] !== notApplicable);
    const whole = scoreGroup(all, figure);
    if (
      reasonFor(
        shares.filter((_, place) => status[place] === observed),
        resolved.minimumCoverage,
        whole.score !== null,
      )
    ) {
      return { factors: null };
    }
    const factors = new Float64Array(count);
    for (const { place, factor } of whole.rows) factors[places.indexOf(place)] = factor;
    return { factors };
  };

  return {
    measures,
    score(observations) {
      let pattern = 0;
      for (let index = 0; index < count; index++) {
        const read = reads[index] as Leaf;
        const one = observations[read.at];
        let status = 0;
        let value = 0;
        if (
          one !== undefined &&
          one.value !== null &&
          (read.oldest === null || one.at === null || one.at >= read.oldest)
        ) {
          const score = read.score(one.value);
          if (score === null) status = notApplicable;
          else if (score - score === 0) {
            status = observed;
            value = clamp(score);
          }
        }
        if (status === 0 && read.standIn !== null) {
          status = standsIn;
          value = read.standIn;
        }
        pattern = pattern * 4 + status;
        values[index] = value;
      }
      let plan = plans.get(pattern);
      if (plan === undefined) {
        plan = planOf(pattern);
        plans.set(pattern, plan);
      }
      const { factors } = plan;
      if (factors === null) return null;
      let score = 0;
      for (let index = 0; index < count; index++) score += (values[index] as number) * (factors[index] as number);
      return Math.min(100, Math.max(0, onGrid(score)));
    },
  };
}

/** One metric made ready. */
interface Leaf {
  /** Where its observation is. */
  readonly at: number;
  /** Observed before this it is stale; null where it never is. */
  readonly oldest: number | null;
  readonly standIn: number | null;
  score(value: number): number | null;
}

const standIns = { exclude: null, zero: 0, neutral: 50 } as const;

function leaf(metric: Metric, at: number, { model }: ResolvedModel, now: number): Leaf {
  const kind = kindOf(metric);
  const limit = staleAfterOf(metric);
  return {
    at,
    oldest: limit === undefined ? null : ago(now, limit, model.timeZone ?? null),
    standIn: standIns[metric.missing ?? 'exclude'],
    score: (value) => (Number.isFinite(value) ? kind.score(metric, value) : Number.NaN),
  };
}
