import { methodOf } from '../methods/methods.ts';
import type { Metric } from '../metrics/kinds.ts';
import type { Model } from '../model/define-model.ts';
import type { Contribution, ReportDimension } from '../schema/report.ts';
import { toInstant } from '../schema/time.ts';
import type { AccountScore, Held, Scored } from '../score/score-account.ts';
import type { GroupScore } from '../score/score-group.ts';
import { describeMetric, explainContribution } from './explain-score.ts';
import { labelFrom } from './say.ts';

/** All that gave or cost points: the metrics in the order of the model, then what no metric gave. */
export function contributionsOf(model: Model, { contributions, held }: AccountScore): Contribution[] {
  return [...contributions.map((scored) => ofMetric(model, scored)), ...held.map(ofGroup)];
}

function ofMetric(model: Model, scored: Scored): Contribution {
  const { metric, dimension, group, observation, status, missing, normalized, weight, effectiveWeight, points } =
    scored;
  const label = metric.label ?? labelFrom(metric.id);
  return {
    id: metric.id,
    dimension: dimension.id,
    ...(group === dimension ? {} : { group: group.id }),
    label,
    measure: 'measure' in metric ? metric.measure : (metric as Metric).id,
    value: observation.value,
    unit: describeMetric(model, metric).unit,
    at: observation.at === null ? null : toInstant(observation.at),
    ...(observation.parts ? { parts: { ...observation.parts } } : {}),
    normalized,
    weight,
    effectiveWeight,
    points,
    status,
    missing,
    sentence: explainContribution(model, scored, label),
  };
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

function ofGroup({ role, dimension, group, points }: Held): Contribution {
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
    sentence: role === 'start' ? `${of}: ${method.explain(group)}.` : (method.explainLimit?.(group) ?? ''),
  };
}

/** The dimensions and what each came to. */
export function dimensionsOf({ dimensions }: AccountScore): ReportDimension[] {
  return dimensions.map(({ dimension, inner, ...scored }) => ({
    id: dimension.id,
    label: dimension.label ?? labelFrom(dimension.id),
    ...scored,
    ...(dimension.method ? { method: methodOf(dimension).explain(dimension) } : {}),
    ...(inner.length ? { groups: groupsOf(inner) } : {}),
  }));
}

function groupsOf(inner: readonly GroupScore[]): NonNullable<ReportDimension['groups']> {
  return inner.flatMap(({ group, score, inner }) => [
    { id: group.id, label: group.label ?? labelFrom(group.id), score },
    ...groupsOf(inner),
  ]);
}
