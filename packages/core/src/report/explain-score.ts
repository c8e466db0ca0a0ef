import type { Measure } from '../measures/kinds.ts';
import { kindOf as measureKindOf } from '../measures/kinds.ts';
import { type Metric, kindOf as metricKindOf } from '../metrics/kinds.ts';
import { ownMeasure } from '../metrics/own-measures.ts';
import type { Model } from '../model/define-model.ts';
import type { Finding } from '../rules/rule-kind.ts';
import type { Scalar, Unit } from '../schema/primitives.ts';
import type { Evidence } from '../schema/report.ts';
import { inWords, toInstant } from '../schema/time.ts';
import type { AccountScore, Scored } from '../score/score-account.ts';
import { staleAfterOf } from '../score/score-metric.ts';
import type { AccountReading } from './account-reading.ts';
import { labelFrom, sayNumber, sayValue, toSentence } from './say.ts';

/** The name and unit of a measure, as the model gives them or as its kind does. */
export function describeMeasure(model: Model, id: string): { label: string; unit: Unit } {
  const measure = model.measures[id];
  if (!measure) return { label: labelFrom(id), unit: 'number' };
  return { label: measure.label ?? labelFrom(id), unit: unitOf(model, measure) };
}

/** The same of what a metric reads, which may be a measure of its own. */
export function describeMetric(model: Model, metric: Metric): { measure: Measure | undefined; unit: Unit } {
  const measure = 'measure' in metric ? model.measures[metric.measure] : (ownMeasure(metric) ?? undefined);
  return { measure, unit: unitOf(model, measure) };
}

function unitOf(model: Model, measure: Measure | undefined): Unit {
  if (!measure) return 'number';
  const { unit } = measureKindOf(measure);
  return measure.unit ?? (typeof unit === 'string' ? unit : unit(measure, (id) => unitOf(model, model.measures[id])));
}

/** The parts of an observation in words, in brackets: " (41 of 60)"; empty where there are none. */
function detail(
  model: Model,
  measure: Measure | undefined,
  parts: Readonly<Record<string, number>> | undefined,
): string {
  const say = (part: number, like?: string) =>
    like === undefined ? sayNumber(part) : sayValue(part, describeMeasure(model, like).unit);
  const words = measure && parts && measureKindOf(measure).detail?.(parts, say, measure);
  return words ? ` (${words})` : '';
}

const standIns = {
  exclude: 'its weight is carried by the rest',
  zero: 'it counts as 0',
  neutral: 'it counts as 50',
} as const;

/** One contribution in a sentence: "Seats in use 68.3% (41 of 60): 80.4 of 100; 0 at 0%, 100 at 85%." */
export function explainContribution(model: Model, scored: Scored, label: string): string {
  const { metric, observation, status, missing, normalized } = scored;
  const { measure, unit } = describeMetric(model, metric);
  if (missing) {
    const what = status === 'stale' ? `not observed for ${inWords(staleAfterOf(metric) ?? '1d')}` : 'not observed';
    return `${label} ${what}; ${standIns[missing]}.`;
  }
  const value = `${sayValue(observation.value, unit)}${detail(model, measure, observation.parts)}`;
  if (status === 'not-applicable') return toSentence(`${label} ${value}: does not apply.`);
  const how = metricKindOf(metric).explain(metric, (edge) => sayValue(edge, unit));
  return toSentence(`${label} ${value}: ${sayNumber(normalized ?? 0)} of 100; ${how}.`);
}

/** Why there is no score. */
export function explainNoScore({ reason, coverage }: AccountScore, minimum: number): string {
  if (reason === 'no-data') return 'Nothing that the model asks for has been observed.';
  return `${sayNumber(coverage * 100)}% observed, ${sayNumber(minimum * 100)}% needed.`;
}

const operators: Record<Finding['is'], string> = {
  lt: 'below',
  lte: 'at or below',
  gt: 'above',
  gte: 'at or above',
  eq: 'equal to',
  ne: 'other than',
  in: 'one of',
  'not-in': 'none of',
  known: 'observed',
};

const scoreFigures: Record<string, { label: string; unit: Unit }> = {
  value: { label: 'Score', unit: 'number' },
  change: { label: 'Change of the score', unit: 'number' },
  coverage: { label: 'Coverage', unit: 'percent' },
};

/** A finding as evidence: the value met, what it was held against, a sentence. */
export function toEvidence(model: Model, finding: Finding, reading: AccountReading): Evidence {
  const { from, id } = finding.subject;
  const observation = from === 'measure' ? reading.observations.get(id) : undefined;
  const at = from === 'fact' ? reading.facts.get(id)?.at : observation?.at;
  const { label, unit } =
    from === 'measure'
      ? describeMeasure(model, id)
      : (scoreFigures[from === 'score' ? id : ''] ?? { label: labelFrom(id), unit: 'number' as const });
  const options = [finding.threshold].flat();
  const against = options.slice(0, 5).map((option) => sayValue(option, unit));
  if (options.length > against.length) against.push('…');
  return {
    subject: id,
    label,
    value: finding.value,
    unit,
    at: at === null || at === undefined ? null : toInstant(at),
    ...(observation?.parts ? { parts: { ...observation.parts } } : {}),
    is: finding.is,
    threshold: Array.isArray(finding.threshold) ? options : (options[0] as Scalar),
    sentence: toSentence(
      `${label} ${sayValue(finding.value, unit)}${detail(model, model.measures[id], observation?.parts)}, ${operators[finding.is]} ${against.join(', ')}.`,
    ),
  };
}
