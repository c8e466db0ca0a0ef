import type { Measure } from '../measures/kinds.ts';
import { kindOf, type Metric } from './kinds.ts';

const keys = new WeakMap<Metric, string>();

/** What a measure id may not begin with: metrics that read the account themselves use it. */
export const ownMark = '@';

/** The measure a metric reads of its own accord; null when it names one of the model's. */
export const ownMeasure = (metric: Metric): Measure | null => kindOf(metric).reads?.(metric) ?? null;

/** The id under which a metric's observation is found: the measure it names, or one made from what it reads. */
export function measureIdOf(metric: Metric): string {
  if ('measure' in metric && typeof metric.measure === 'string') return metric.measure;
  let key = keys.get(metric);
  if (key === undefined) {
    // By what it says, so that the same question asked in two places is read once.
    key = ownMark + JSON.stringify(ownMeasure(metric));
    keys.set(metric, key);
  }
  return key;
}
