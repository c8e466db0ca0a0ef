import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { duration, toMs } from '../schema/time.ts';
import { sql } from '../sql/fragment.ts';
import { toMillionthsSql } from '../sql/significant.ts';
import { upTo } from '../sql/up-to.ts';
import { toMillionths } from '../stats/significant.ts';
import { described } from './described.ts';
import { counted } from './extent.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';
import { eventsWithin, windowed, windowStart, withinSql } from './window.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('closed'),
    ...described,
    ...windowed,
    sooner: z.optional(duration),
  });
type Closed = Made<typeof schema>;

/**
 * How many things that began within a window have ended by now; with `sooner`, within that time of their beginning (time
 * gone by: its days have 24 hours). The sum of the events' counts, so that over the `count` of the same window it is a
 * rate of response, or of payment on time. That rate is of all that began: what began less than `sooner` ago and may
 * still be in time is counted as not yet, so a fair one takes a window that ended that long ago, such as `last-month`.
 * An end before the beginning is none that is known.
 */
export const closed = measureKind<Closed>({
  kind: 'closed',
  unit: 'number',
  reach: windowStart,
  read(measure, context) {
    const events = eventsWithin(measure, context);
    if (!events) return missing;
    const { now } = context;
    const soon = measure.sooner ? toMs(measure.sooner) : Infinity;
    let value = 0;
    for (const { at, until, count } of events) {
      if (until !== null && until >= at && until <= now && until - at <= soon) value += count;
    }
    return { value: toMillionths(value), at: now };
  },
});

/** How it is written in a model. */
export const closedForm = /* @__PURE__ */ form(schema, undefined, counted);

/** The same for all accounts at once. */
export const closedSql: MeasureSql<Closed> = (measure, context) => {
  const { dialect, now } = context;
  const length = sql`${dialect.epochMs(sql`e.until`)} - ${dialect.epochMs(sql`e.at`)}`;
  const soon = measure.sooner ? sql` and ${length} <= ${toMs(measure.sooner)}` : sql``;
  const ended = sql`${withinSql(measure, context)} and ${upTo(dialect, sql`e.until`, now)} and ${length} >= 0${soon}`;
  const total = context.event(dialect.sumOfCounts, ended);
  return {
    value: sql`case when ${context.tracks(measure.event)} then coalesce(${toMillionthsSql(total)}, 0) end`,
    at: sql`${now}`,
  };
};
