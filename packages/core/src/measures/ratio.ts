import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { id } from '../schema/primitives.ts';
import { sql } from '../sql/fragment.ts';
import { described } from './described.ts';
import { anyNumber, counted, type ExtentOf } from './extent.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';

const schema = () => z.strictObject({ kind: z.literal('ratio'), ...described, of: id, over: id });
type Ratio = Made<typeof schema>;

/** One measure over another. Missing when either is, or when the second is 0. As old as the older of the two. */
export const ratio = measureKind<Ratio>({
  kind: 'ratio',
  unit: 'percent',
  uses: ({ of, over }) => [of, over],
  reach: ({ of, over }, { now, reach }) => Math.min(reach(of, now), reach(over, now)),
  read({ of, over }, { measure, now }) {
    const part = measure(of, now);
    const whole = measure(over, now);
    if (part.value === null || whole.value === null || whole.value === 0) return missing;
    return {
      value: part.value / whole.value,
      at: part.at === null || whole.at === null ? (part.at ?? whole.at) : Math.min(part.at, whole.at),
      parts: { part: part.value, whole: whole.value },
    };
  },
  detail: ({ part, whole }, words, { of, over }) => `${words(part ?? 0, of)} of ${words(whole ?? 0, over)}`,
});

/** How it is written in a model. */
export const ratioForm = /* @__PURE__ */ form(schema, undefined, (({ of, over }, extentOf) =>
  extentOf(of)[0] >= 0 && extentOf(over)[0] >= 0 ? counted() : anyNumber) satisfies ExtentOf<Ratio>);

/** The same for all accounts at once. */
export const ratioSql: MeasureSql<Ratio> = ({ of, over }, { dialect, measure, now }) => {
  const part = measure(of, now);
  const whole = measure(over, now);
  const known = sql`${part.value} is not null and ${whole.value} is not null and ${whole.value} <> 0`;
  return {
    value: sql`case when ${known} then ${dialect.divide(dialect.double(part.value), whole.value)} end`,
    at: sql`case when ${known} then least(coalesce(${part.at}, ${whole.at}), coalesce(${whole.at}, ${part.at})) end`,
    parts: {
      part: sql`case when ${known} then ${part.value} end`,
      whole: sql`case when ${known} then ${whole.value} end`,
    },
  };
};
