import * as z from 'zod/mini';
import type { Issue } from '../errors.ts';
import { activeDaysForm } from './active-days.ts';
import { againstUsualForm } from './against-usual.ts';
import { averageForm } from './average.ts';
import { changeForm } from './change.ts';
import { closedForm } from './closed.ts';
import { countForm } from './count.ts';
import { cusumForm } from './cusum.ts';
import { differenceForm } from './difference.ts';
import { distinctForm } from './distinct.ts';
import { doneForm } from './done.ts';
import { everForm } from './ever.ts';
import { anyNumber, type Extent, type ExtentOf } from './extent.ts';
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
  againstUsualForm,
  cusumForm,
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

type Form = Pick<(typeof forms)[number], 'schema'> & {
  readonly check?: ((measure: Measure, path: string, reach: ReachContext['reach']) => Issue[]) | undefined;
  readonly extent?: ExtentOf<Measure> | undefined;
};

// Sound because a form is found by the very literal its schema demands.
const formOf = ({ kind }: Measure): Form | undefined =>
  forms.find(({ schema }) => schema.shape.kind.def.values[0] === kind) as Form | undefined;

/** What is wrong with a measure that its schema cannot see; paths begin with `path`. */
export const checkMeasure = (measure: Measure, path: string, reach: ReachContext['reach']): Issue[] =>
  formOf(measure)?.check?.(measure, path, reach) ?? [];

/** Between which numbers the values of measures lie, by their ids. */
export function extentsOf(measures: Readonly<Record<string, Measure>>): (id: string) => Extent {
  const known = new Map<string, Extent>();
  const extentOf = (id: string): Extent => {
    const found = known.get(id);
    if (found) return found;
    // So it stays of what reads itself.
    known.set(id, anyNumber);
    const measure = Object.hasOwn(measures, id) ? measures[id] : undefined;
    const extent = (measure && formOf(measure)?.extent?.(measure, extentOf)) ?? anyNumber;
    known.set(id, extent);
    return extent;
  };
  return extentOf;
}
