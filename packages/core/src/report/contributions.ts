import { methodOf } from '../methods/methods.ts';
import { kindOf, type Metric } from '../metrics/kinds.ts';
import type { Model } from '../model/define-model.ts';
import type { Contribution, ReportDimension } from '../schema/report.ts';
import { toInstant } from '../schema/time.ts';
import type { GroupScore } from '../score/score-group.ts';
import type { AccountScore, Held, Scored } from '../score/tell-score.ts';
import { weigh } from '../score/weigh-rows.ts';
import { describe, explainContribution, withParts } from './explain-score.ts';
import { labelFrom } from './say.ts';

/** All that gave or cost points: the metrics in the order of the model, then what no metric gave. */
export function contributionsOf(model: Model, score: AccountScore): Contribution[] {
  const { contributions, held } = score;
  const own = partsOfDimensions(score);
  return [
    ...contributions.map((scored, place) => ofMetric(model, scored, own.metrics[place])),
    ...held.map((one, place) => ofGroup(one, own.held[place])),
  ];
}

type InDimension = NonNullable<Contribution['inDimension']>;

/** What metrics, and what is held, give of the scores of their dimensions; in the order of `contributions` and `held`. */
function partsOfDimensions({ dimensions, contributions }: AccountScore) {
  const metrics: InDimension[] = [];
  const held: InDimension[] = [];
  for (const { score, rows } of dimensions) {
    const { points } = weigh(rows, contributions);
    for (const [index, { role, place, share }] of rows.entries()) {
      const counts = role === 'metric' && contributions[place]?.normalized !== null;
      const part = { weight: counts ? Math.min(1, share) : 0, points: score === null ? null : (points[index] ?? null) };
      if (role === 'metric') metrics[place] = part;
      else held.push(part);
    }
  }
  return { metrics, held };
}

function ofMetric(model: Model, scored: Scored, inDimension: InDimension | undefined): Contribution {
  const { metric, dimension, group, observation, status, missing, normalized, weight, effectiveWeight, most, points } =
    scored;
  const { label, measure, unit } = describe(model, metric);
  const contribution: Contribution = {
    id: metric.id,
    dimension: dimension.id,
    label,
    measure: 'measure' in metric ? metric.measure : (metric as Metric).id,
    value: observation.value,
    unit,
    at: observation.at === null ? null : toInstant(observation.at),
    normalized,
    weight,
    effectiveWeight,
    points,
    status,
    missing,
    sentence: explainContribution(model, scored),
  };
  // Only where it says something: what it is by rounding it is everywhere.
  if (Math.abs(most - effectiveWeight * 100) > 1e-9) contribution.most = most;
  if (group !== dimension) contribution.group = group.id;
  if (kindOf(metric).isJudgement) contribution.isJudgement = true;
  if (inDimension) contribution.inDimension = inDimension;
  return withParts(contribution, model, measure, observation.parts);
}

/** A contribution that no measure was read for. */
export const withoutMeasure = {
  measure: null,
  value: null,
  unit: 'number',
  at: null,
  normalized: null,
  weight: 0,
  effectiveWeight: 0,
  status: 'observed',
  missing: null,
} as const;

function ofGroup({ role, dimension, group, points }: Held, inDimension: InDimension | undefined): Contribution {
  const of = group.label ?? labelFrom(group.id);
  const method = methodOf(group);
  return {
    ...withoutMeasure,
    id: `${group.id}:${role}`.slice(-200),
    role,
    dimension: dimension?.id ?? null,
    ...(dimension === null || group === dimension ? {} : { group: group.id }),
    label: of,
    points,
    ...(inDimension ? { inDimension } : {}),
    sentence: role === 'start' ? `${of}: ${method.explain(group)}.` : (method.explainLimit?.(group) ?? ''),
  };
}

/** The dimensions and what each came to. */
export function dimensionsOf({ dimensions }: AccountScore): ReportDimension[] {
  return dimensions.map(({ dimension, inner, weight, effectiveWeight, score, points, coverage }) => {
    const { id, label = labelFrom(id), method } = dimension;
    const told: ReportDimension = { id, label, weight, effectiveWeight, score, points, coverage };
    if (method) told.method = methodOf(dimension).explain(dimension);
    if (inner.length) told.groups = groupsOf(inner);
    return told;
  });
}

function groupsOf(inner: readonly GroupScore[]): NonNullable<ReportDimension['groups']> {
  return inner.flatMap(({ group, score, inner }) => [
    { id: group.id, label: group.label ?? labelFrom(group.id), score },
    ...groupsOf(inner),
  ]);
}
