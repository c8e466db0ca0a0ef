import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { id } from '../schema/primitives.ts';
import { dayMs } from '../schema/time.ts';
import { sql } from '../sql/fragment.ts';
import { described } from './described.ts';
import { factDate, factDateSql } from './fact-date.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';

const schema = () => z.strictObject({ kind: z.literal('until'), ...described, fact: id });
type Until = Made<typeof schema>;

/**
 * Days until the date that a fact holds, such as a renewal, with fractions; negative once it is past. As old as the
 * fact. Missing where the fact is, or is no date.
 */
export const until = measureKind<Until>({
  kind: 'until',
  unit: 'days',
  read({ fact }, context) {
    const date = factDate(fact, context);
    if (date === null) return missing;
    return { value: (date - context.now) / dayMs, at: context.account.fact(fact, context.now)?.at ?? null };
  },
});

/** How it is written in a model. */
export const untilForm = /* @__PURE__ */ form(schema);

/** The same for all accounts at once. */
export const untilSql: MeasureSql<Until> = ({ fact }, context) => ({
  value: sql`(${factDateSql(fact, context)} - ${context.now}) / ${dayMs}`,
  at: context.fact(fact, context.now).at,
});
