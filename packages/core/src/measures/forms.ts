import * as z from 'zod/mini';
import type { Issue } from '../errors.ts';
import { activeDaysForm } from './active-days.ts';
import { averageForm } from './average.ts';
import { changeForm } from './change.ts';
import { closedForm } from './closed.ts';
import { countForm } from './count.ts';
import { differenceForm } from './difference.ts';
import { distinctForm } from './distinct.ts';
import { doneForm } from './done.ts';
import { everForm } from './ever.ts';
import { factForm } from './fact.ts';
import { firstReachedForm } from './first-reached.ts';
import type { ReachContext } from './measure-kind.ts';
import { medianForm } from './median.ts';
import { openForm } from './open.ts';
import { ratioForm } from './ratio.ts';
import { responseTimeForm } from './response-time.ts';
import { shareForm } from './share.ts';
import { sinceForm } from './since.ts';
import { slopeForm } from './slope.ts';
import { streakForm } from './streak.ts';
import { sumForm } from './sum.ts';
import { tagsForm } from './tags.ts';
import { untilForm } from './until.ts';

/** How every kind of measure is written, one line each. They lie apart from the kinds, so that scoring does not carry them. */
const forms = [
  factForm,
  countForm,
  distinctForm,
  activeDaysForm,
  sinceForm,
  openForm,
  ratioForm,
  changeForm,
  doneForm,
  tagsForm,
  closedForm,
  firstReachedForm,
  responseTimeForm,
  shareForm,
  slopeForm,
  streakForm,
  sumForm,
  averageForm,
  medianForm,
  untilForm,
  everForm,
  differenceForm,
] as const;

type Schemas<F extends readonly { schema: unknown }[]> = {
  -readonly [I in keyof F]: F[I]['schema'] & z.core.$ZodTypeDiscriminable;
};

/** A measure as written in a model. */
export const measure = /* @__PURE__ */ z.discriminatedUnion(
  'kind',
  /* @__PURE__ */ forms.map(({ schema }) => schema) as unknown as Schemas<typeof forms>,
);
export type Measure = z.infer<(typeof forms)[number]['schema']>;

/** What is wrong with a measure that its schema cannot see; paths begin with `path`. */
export function checkMeasure(measure: Measure, path: string, reach: ReachContext['reach']): Issue[] {
  const form = forms.find(({ schema }) => schema.shape.kind.def.values[0] === measure.kind);
  // Sound because a form is found by the very literal its schema demands.
  return (
    (form?.check as ((measure: Measure, path: string, reach: ReachContext['reach']) => Issue[]) | undefined)?.(
      measure,
      path,
      reach,
    ) ?? []
  );
}
