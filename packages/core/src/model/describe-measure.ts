import { kindOf, type Measure } from '../measures/kinds.ts';
import type { Metric } from '../metrics/kinds.ts';
import { ownMeasure } from '../metrics/own-measures.ts';
import type { Unit } from '../schema/primitives.ts';
import { labelFrom } from '../schema/say.ts';
import type { ModelDocument } from './model.ts';

type Measures = Pick<ModelDocument, 'measures'>;

const measureOf = ({ measures }: Measures, id: string): Measure | undefined =>
  Object.hasOwn(measures, id) ? measures[id] : undefined;

/** The name and unit of a measure, as the model gives them or as its kind does. */
export function describeMeasure(model: Measures, id: string): { label: string; unit: Unit } {
  const measure = measureOf(model, id);
  return { label: measure?.label ?? labelFrom(id), unit: unitOf(model, measure) };
}

/** The same of what a metric reads, which may be a measure of its own. */
export function describeMetric(model: Measures, metric: Metric): { measure: Measure | undefined; unit: Unit } {
  const measure = 'measure' in metric ? measureOf(model, metric.measure) : (ownMeasure(metric) ?? undefined);
  return { measure, unit: unitOf(model, measure) };
}

function unitOf(model: Measures, measure: Measure | undefined): Unit {
  if (!measure) return 'number';
  const { unit } = kindOf(measure);
  return measure.unit ?? (typeof unit === 'string' ? unit : unit(measure, (id) => unitOf(model, measureOf(model, id))));
}
