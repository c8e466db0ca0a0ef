import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { sql } from '../sql/fragment.ts';
import { howOften } from '../sql/how-often.ts';
import { significantSql } from '../sql/significant.ts';
import { significant } from '../stats/significant.ts';
import { sum as total } from '../stats/sum.ts';
import { amountFields, amountsOf, amountsSql, checkAmounts } from './amounts.ts';
import { described } from './described.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';
import { eventsWithin, windowStart, withinSql } from './window.ts';

const schema = () => z.strictObject({ kind: z.literal('sum'), ...described, ...amountFields });
type Sum = Made<typeof schema>;

/**
 * The sum of a numeric property over the events within a window, each as often as its count says. 0 where nothing
 * happened; missing where something did and nothing of it has the property as a number, or a double cannot hold the sum.
 */
export const sum = measureKind<Sum>({
  kind: 'sum',
  unit: 'number',
  reach: windowStart,
  read(measure, context) {
    const events = eventsWithin(measure, context);
    if (!events) return missing;
    const amounts = amountsOf(events, measure.of);
    if (events.length > 0 && amounts.length === 0) return missing;
    return { value: significant(total(amounts.map(([amount, count]) => amount * count))), at: context.now };
  },
});

/** How it is written in a model. */
export const sumForm = /* @__PURE__ */ form(schema, checkAmounts);

/** The same for all accounts at once. */
export const sumSql: MeasureSql<Sum> = (measure, context) => {
  const { amount, rows } = amountsSql(measure, context);
  const happened = context.event(sql`count(*)`, withinSql(measure, context));
  const { dialect } = context;
  const all = dialect.sum(dialect.times(amount, howOften), (aggregate) => context.event(aggregate, rows));
  const [total = all] = context.hold([all]);
  return {
    value: sql`case when ${context.tracks(measure.event)} then case when ${happened} > 0 then ${significantSql(total)} else 0 end end`,
    at: sql`${context.now}`,
  };
};
