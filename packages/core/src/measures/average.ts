import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { finite, isFiniteSql } from '../sql/finite.ts';
import { sql } from '../sql/fragment.ts';
import { howOften } from '../sql/how-often.ts';
import { significantSql, toMillionthsSql } from '../sql/significant.ts';
import { significant, toMillionths } from '../stats/significant.ts';
import { sum } from '../stats/sum.ts';
import { amountFields, amountsOf, amountsSql, checkAmounts } from './amounts.ts';
import { described } from './described.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';
import { eventsWithin, windowStart } from './window.ts';

const schema = () => z.strictObject({ kind: z.literal('average'), ...described, ...amountFields });
type Average = Made<typeof schema>;

/**
 * The mean of a numeric property over the events within a window: Σ property · count / Σ count, over the events that
 * have it as a number. Missing where none has, or where a double cannot hold either sum.
 */
export const average = measureKind<Average>({
  kind: 'average',
  unit: 'number',
  reach: windowStart,
  read(measure, context) {
    const amounts = amountsOf(eventsWithin(measure, context) ?? [], measure.of);
    const all = sum(amounts.map(([amount, count]) => amount * count));
    const n = toMillionths(sum(amounts.map(([, count]) => count)));
    if (!Number.isFinite(all / n) || !Number.isFinite(n)) return missing;
    const [least, most] = amounts.reduce(
      ([low, high], [amount]) => [Math.min(low, amount), Math.max(high, amount)],
      [Infinity, -Infinity],
    );
    // Rounding must not take the mean of equal amounts past an edge that they lie on.
    return { value: Math.max(least, Math.min(most, significant(all / n))), at: context.now, parts: { n } };
  },
  detail: ({ n }, words) => `n = ${words(n ?? 0)}`,
});

/** How it is written in a model. */
export const averageForm = /* @__PURE__ */ form(schema, checkAmounts);

/** The same for all accounts at once. */
export const averageSql: MeasureSql<Average> = (measure, context) => {
  const { amount, rows } = amountsSql(measure, context);
  const { dialect } = context;
  const all = dialect.sum(dialect.times(amount, howOften), (aggregate) => context.event(aggregate, rows));
  const n = toMillionthsSql(context.event(dialect.sumOfCounts, rows));
  const [mean = sql`null`, count = sql`null`] = context.hold([dialect.divide(all, n), n]);
  const least = context.event(sql`min(${amount})`, rows);
  const most = context.event(sql`max(${amount})`, rows);
  // Unknown is not least or greatest of anything: engines pass over it.
  const known = sql`${context.tracks(measure.event)} and ${finite(mean)} is not null and ${isFiniteSql(count)}`;
  return {
    value: sql`case when ${known} then greatest(${least}, least(${most}, ${significantSql(mean)})) end`,
    at: sql`${context.now}`,
    parts: { n: count },
  };
};
