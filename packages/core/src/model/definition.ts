import { kindOf, type Measure } from '../measures/kinds.ts';
import type { Metric } from '../metrics/kinds.ts';
import { ownMeasure } from '../metrics/own-measures.ts';
import type { ModelDocument } from './model.ts';

/** JSON in which the order of keys does not show: two values are the same exactly when their texts are. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';

/** What a measure says for people only. */
const measureWords = ['label', 'intent', 'unit'] as const;

/** What a metric reads, down to facts and events, as text: the same for two metrics that read the same number. */
export function definitionOf(model: ModelDocument, metric: Metric): string {
  const named = new Map<string, object>();
  const add = (id: string) => {
    const measure = Object.hasOwn(model.measures, id) ? model.measures[id] : undefined;
    if (measure && !named.has(id)) follow(id, measure);
  };
  const follow = (id: string, measure: Measure) => {
    named.set(id, without(measure, measureWords));
    for (const used of kindOf(measure).uses?.(measure) ?? []) add(used);
  };
  const own = ownMeasure(metric);
  if (own) follow('', own);
  else if ('measure' in metric) add(metric.measure);
  const sorted = [...named].sort(([a], [b]) => (a < b ? -1 : 1));
  return canonical([model.timeZone ?? null, 'measure' in metric ? metric.measure : null, sorted]);
}

/** A record without some of its keys. */
const without = (record: object, keys: readonly string[]): object =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
