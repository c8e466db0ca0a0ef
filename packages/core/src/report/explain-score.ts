import { type Measure, kindOf as measureKindOf } from '../measures/kinds.ts';
import type { Observation } from '../measures/measure-kind.ts';
import { type Metric, kindOf as metricKindOf } from '../metrics/kinds.ts';
import type { Model } from '../model/define-model.ts';
import { describeMeasure, describeMetric } from '../model/describe-measure.ts';
import type { Finding } from '../rules/rule-kind.ts';
import type { Scalar, Unit } from '../schema/primitives.ts';
import type { Evidence } from '../schema/report.ts';
import { inWords, toInstant } from '../schema/time.ts';
import { staleAfterOf } from '../score/score-metric.ts';
import type { AccountScore, Scored } from '../score/tell-score.ts';
import { onGrid } from '../stats/exact-points.ts';
import type { AccountReading } from './account-reading.ts';
import { labelFrom, sayNumber, sayValue, toSentence } from './say.ts';

/** What a measure calls a value that is a code for something; undefined for one that is a number. */
export const saysOf = (measure: Measure | undefined, value: Scalar | null): string | undefined =>
  measure && typeof value === 'number' ? measureKindOf(measure).says?.(measure, value) : undefined;

/** A value in words with the parts it was made of: "68.3% (41 of 60)". */
function figure(
  model: Model,
  measure: Measure | undefined,
  unit: Unit,
  { value, parts }: { value: Scalar | null; parts?: Observation['parts'] },
): string {
  const say = (part: number, like?: string) =>
    like === undefined ? sayNumber(part) : sayValue(part, describeMeasure(model, like).unit);
  const detail = measure && parts && measureKindOf(measure).detail?.(parts, say, measure);
  const said = saysOf(measure, value) ?? sayValue(value, unit);
  return detail ? `${said} (${detail})` : said;
}

/** Adds to what is told of a measure its value in words, and its parts in the unit of the measure it is made of. */
export function withParts<T extends Pick<Evidence, 'value' | 'said' | 'parts' | 'partsUnit'>>(
  told: T,
  model: Model,
  measure: Measure | undefined,
  parts: Observation['parts'],
): T {
  const said = saysOf(measure, told.value);
  if (said !== undefined) told.said = said;
  if (!measure || !parts) return told;
  const of = measureKindOf(measure).uses?.(measure)[0];
  const unit = of === undefined ? 'number' : describeMeasure(model, of).unit;
  told.parts = { ...parts };
  if (unit !== 'number') told.partsUnit = unit;
  return told;
}

const standIns = {
  exclude: 'its weight is carried by the rest',
  zero: 'it counts as 0',
  neutral: 'it counts as 50',
} as const;

/** The same where points are added, of which the least may be below 0. */
const pointStandIns = {
  exclude: 'it gives no points',
  zero: 'it counts as the least it can give',
  neutral: 'it counts as the middle of what it can give',
} as const;

/** What of a metric's sentence is the same for every account. */
interface Described {
  readonly label: string;
  readonly measure: Measure | undefined;
  readonly unit: Unit;
  /** How it scores, as a clause. */
  readonly how: string;
}

const described = new WeakMap<Model, WeakMap<Metric, Described>>();

/** The name of a metric, what it reads, and how it scores; found once for every model. */
export function describe(model: Model, metric: Metric): Described {
  let ofModel = described.get(model);
  if (!ofModel) {
    ofModel = new WeakMap();
    described.set(model, ofModel);
  }
  const known = ofModel.get(metric);
  if (known) return known;
  const { measure, unit } = describeMetric(model, metric);
  const how = metricKindOf(metric).explain(metric, (edge) => sayValue(edge, unit));
  const found = { label: metric.label ?? labelFrom(metric.id), measure, unit, how };
  ofModel.set(metric, found);
  return found;
}

/** One contribution in a sentence: "Seats in use: 68.3% (41 of 60) scores 80.4 of 100; 0 at 0%, 100 at 85%." */
export function explainContribution(model: Model, scored: Scored): string {
  const { metric, group, observation, status, missing, normalized } = scored;
  const { label, measure, unit, how } = describe(model, metric);
  if (missing) {
    const since = status === 'stale' ? ` for ${inWords(staleAfterOf(metric) ?? '1d')}` : '';
    const standIn = (group.method === 'points' ? pointStandIns : standIns)[missing];
    return toSentence(`${label}: not observed${since}; ${standIn}.`);
  }
  const value = `${label}: ${figure(model, measure, unit, observation)}`;
  if (status === 'not-applicable') {
    const isSaid = saysOf(measure, observation.value) !== undefined;
    return toSentence(isSaid ? `${value}.` : `${value} does not apply.`);
  }
  return toSentence(`${value} scores ${sayNumber(onGrid(normalized ?? 0))} of 100; ${how}.`);
}

/** Why there is no score. */
export function explainNoScore({ reason, coverage, contributions }: AccountScore, minimum: number): string {
  if (reason === 'not-applicable') return 'All that the model asks for has been observed, and none of it applies.';
  if (reason === 'no-data') {
    const some = contributions.some(({ status }) => status === 'not-applicable') ? 'and that applies ' : '';
    return `Nothing that the model asks for ${some}has been observed.`;
  }
  return `${sayNumber(coverage * 100)}% observed, ${sayNumber(minimum * 100)}% needed.`;
}

/** What a value was held against; nothing where the value itself says it. */
const limits: Record<Finding['is'], (threshold: string) => string> = {
  lt: (edge) => `; below ${edge}`,
  lte: (edge) => `; at most ${edge}`,
  gt: (edge) => `; above ${edge}`,
  gte: (edge) => `; at least ${edge}`,
  eq: () => '',
  ne: (other) => `; not ${other}`,
  in: (options) => `; one of ${options}`,
  'not-in': (options) => `; none of ${options}`,
  known: () => '',
};

const scoreFigures: Record<string, { label: string; unit: Unit }> = {
  value: { label: 'Score', unit: 'number' },
  change: { label: 'Change of the score', unit: 'number' },
  coverage: { label: 'Coverage', unit: 'percent' },
};

/** What a comparison asked about: its name and how its values are shown. */
function describeSubject(model: Model, { from, id }: Finding['subject']): { label: string; unit: Unit } {
  if (from === 'measure') return describeMeasure(model, id);
  const figure = from === 'score' ? scoreFigures[id] : undefined;
  const dimension = from === 'dimension' ? model.dimensions.find((one) => one.id === id) : undefined;
  return figure ?? { label: dimension?.label ?? labelFrom(id), unit: 'number' };
}

/** A finding as evidence: the value met, what it was held against, a sentence. */
export function toEvidence(
  model: Model,
  { subject, value, is, threshold }: Finding,
  reading: AccountReading,
): Evidence {
  const { from, id } = subject;
  const measure = from === 'measure' ? model.measures[id] : undefined;
  const observation = measure && reading.observations.get(id);
  const at = (from === 'fact' ? reading.facts.get(id)?.at : observation?.at) ?? null;
  const { label, unit } = describeSubject(model, subject);
  const options = Array.isArray(threshold) ? threshold : [threshold];
  const against = options.slice(0, 5).map((option) => sayValue(option, unit));
  if (options.length > against.length) against.push('…');
  const parts = observation?.parts;
  const met = value === null ? 'not observed' : figure(model, measure, unit, { value, parts });
  const evidence: Evidence = {
    subject: id,
    label,
    value,
    unit,
    at: at === null ? null : toInstant(at),
    is,
    threshold: Array.isArray(threshold) ? [...options] : (options[0] as Scalar),
    // Words say by themselves on which side of a code they are.
    sentence: toSentence(`${label}: ${met}${saysOf(measure, value) ? '' : limits[is](against.join(', '))}.`),
  };
  return withParts(evidence, model, measure, parts);
}
