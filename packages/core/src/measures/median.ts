import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { type Fragment, sql } from '../sql/fragment.ts';
import { howOften } from '../sql/how-often.ts';
import { toMillionthsSql } from '../sql/significant.ts';
import { toMillionths } from '../stats/significant.ts';
import { sum } from '../stats/sum.ts';
import { amountFields, amountsOf, amountsSql, checkAmounts } from './amounts.ts';
import { described } from './described.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';
import { eventsWithin, windowStart } from './window.ts';

const schema = () => z.strictObject({ kind: z.literal('median'), ...described, ...amountFields });
type Median = Made<typeof schema>;

/** Counts need not be whole: half of their sum is met when it is met but for rounding. */
const [almost, beyond] = [0.5 - 1e-12, 0.5 + 1e-12];

/**
 * The middle of a numeric property over the events within a window, an event with a count of 3 standing for three
 * equal ones: the least amount at or below which at least half of the counts lie; where that is exactly half, the mean
 * of it and the next. Missing where no event has the property as a number.
 */
export const median = measureKind<Median>({
  kind: 'median',
  unit: 'number',
  reach: windowStart,
  read(measure, context) {
    const amounts = amountsOf(eventsWithin(measure, context) ?? [], measure.of).toSorted(
      ([a, n], [b, m]) => a - b || n - m,
    );
    const n = sum(amounts.map(([, count]) => count));
    let running = 0;
    let lower: number | null = null;
    for (const [amount, count] of amounts) {
      running += count;
      if (running >= n * almost) lower ??= amount;
      if (running > n * beyond && lower !== null) {
        // Halves, since the sum of two may be more than a double holds.
        return { value: lower / 2 + amount / 2, at: context.now, parts: { n: toMillionths(n) } };
      }
    }
    return missing;
  },
  detail: ({ n }, words) => `n = ${words(n ?? 0)}`,
});

/** How it is written in a model. */
export const medianForm = /* @__PURE__ */ form(schema, checkAmounts);

/** The same for all accounts at once. */
export const medianSql: MeasureSql<Median> = (measure, context) => {
  const { dialect } = context;
  const { amount, rows } = amountsSql(measure, context);
  const amounts = sql`(select e.account_id, e.amount, e.count, ${dialect.sumOfCounts} over (partition by e.account_id order by e.amount) as running,
${dialect.sumOfCounts} over (partition by e.account_id) as total from (select e.account_id, ${amount} as amount, ${howOften} as count from events e where ${rows}) e)`;
  const share = (part: number) => dialect.times(sql`e.total`, sql`${part}`);
  const half = (amount: Fragment) => dialect.times(amount, sql`0.5`);
  const lower = context.over(amounts, sql`min(case when e.running >= ${share(almost)} then e.amount end)`);
  const upper = context.over(amounts, sql`min(case when e.running > ${share(beyond)} then e.amount end)`);
  const n = context.over(amounts, dialect.sumOfCounts);
  return {
    value: sql`case when ${context.tracks(measure.event)} then ${dialect.plus(half(lower), half(upper))} end`,
    at: sql`${context.now}`,
    parts: { n: toMillionthsSql(n) },
  };
};
