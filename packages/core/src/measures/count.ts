import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { sql } from '../sql/fragment.ts';
import { toMillionthsSql } from '../sql/significant.ts';
import { toMillionths } from '../stats/significant.ts';
import { described } from './described.ts';
import { counted } from './extent.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';
import { eventsWithin, windowed, windowStart, withinSql } from './window.ts';

const schema = () => z.strictObject({ kind: z.literal('count'), ...described, ...windowed });
type Count = Made<typeof schema>;

/** How often an event happened within a window: the sum of the events' counts, to the millionth. */
export const count = measureKind<Count>({
  kind: 'count',
  unit: 'number',
  reach: windowStart,
  read(measure, context) {
    const events = eventsWithin(measure, context);
    if (!events) return missing;
    const total = events.reduce((sum, event) => sum + event.count, 0);
    return { value: toMillionths(total), at: context.now };
  },
});

/** How it is written in a model. */
export const countForm = /* @__PURE__ */ form(schema, undefined, counted);

/** The same for all accounts at once. */
export const countSql: MeasureSql<Count> = (measure, context) => {
  const total = context.event(context.dialect.sumOfCounts, withinSql(measure, context));
  return {
    value: sql`case when ${context.tracks(measure.event)} then coalesce(${toMillionthsSql(total)}, 0) end`,
    at: sql`${context.now}`,
  };
};
