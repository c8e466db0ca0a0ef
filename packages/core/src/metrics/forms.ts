import * as z from 'zod/mini';
import type { Issue } from '../errors.ts';

import { actionForm } from './action.ts';
import { bandsForm } from './bands.ts';
import { benchmarkForm } from './benchmark.ts';
import { flagForm } from './flag.ts';
import { rangeForm } from './range.ts';
import { recencyForm } from './recency.ts';
import { sentimentForm } from './sentiment.ts';
import { tagForm } from './tag.ts';
import { targetForm } from './target.ts';
import { trendForm } from './trend.ts';

/** How every kind of metric is written, one line each. They lie apart from the kinds, so that scoring does not carry them. */
const forms = [
  rangeForm,
  bandsForm,
  flagForm,
  recencyForm,
  targetForm,
  trendForm,
  benchmarkForm,
  actionForm,
  tagForm,
  sentimentForm,
] as const;

type Schemas<F extends readonly { schema: unknown }[]> = {
  -readonly [I in keyof F]: F[I]['schema'] & z.core.$ZodTypeDiscriminable;
};

/** A metric as written in a model. */
export const metric = /* @__PURE__ */ z.discriminatedUnion(
  'kind',
  /* @__PURE__ */ forms.map(({ schema }) => schema) as unknown as Schemas<typeof forms>,
);
export type Metric = z.infer<(typeof forms)[number]['schema']>;

/** What is wrong with a metric that its schema cannot see; paths begin with `path`. */
export function checkMetric(metric: Metric, path: string): Issue[] {
  const form = forms.find(({ schema }) => schema.shape.kind.def.values[0] === metric.kind);
  // Sound because a form is found by the very literal its schema demands.
  return (form?.check as ((metric: Metric, path: string) => Issue[]) | undefined)?.(metric, path) ?? [];
}
