import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { dayOf, windowAt, windowInWords } from '../schema/time.ts';
import { sql } from '../sql/fragment.ts';
import { described } from './described.ts';
import { counted } from './extent.ts';
import { type MeasureSql, measureKind, missing, type ReachContext } from './measure-kind.ts';
import { eventsWithin, windowed, windowStart, withinSql } from './window.ts';

const schema = () => z.strictObject({ kind: z.literal('active-days'), ...described, ...windowed });
type ActiveDays = Made<typeof schema>;

/** On how many days, in the model's time zone, an event happened within a window. */
export const activeDays = measureKind<ActiveDays>({
  kind: 'active-days',
  unit: 'number',
  reach: windowStart,
  read(measure, context) {
    const events = eventsWithin(measure, context);
    if (!events) return missing;
    const days = new Set(events.map((event) => dayOf(event.at, context.zone)));
    return { value: days.size, at: context.now, parts: { part: days.size, whole: daysTouched(measure, context) } };
  },
  // A window of 28 days that begins at noon touches 29 dates: both figures are said.
  detail: ({ part, whole }, words, { within }) =>
    `${words(part ?? 0)} of ${words(whole ?? 0)} dates ${windowInWords(within)}`,
});

/** How it is written in a model. */
export const activeDaysForm = /* @__PURE__ */ form(schema, undefined, counted);

/** How many days the window touches: one more than its length when it does not begin at midnight. */
function daysTouched({ within }: ActiveDays, { now, zone }: ReachContext): number {
  const { from, to } = windowAt(within, now, zone);
  return dayOf(to - 1, zone) - dayOf(from, zone) + 1;
}

/** The same for all accounts at once. */
export const activeDaysSql: MeasureSql<ActiveDays> = (measure, context) => {
  const day = context.dialect.day(sql`e.at`, context.zone);
  const days = context.event(sql`count(distinct ${day})`, withinSql(measure, context));
  const value = sql`case when ${context.tracks(measure.event)} then coalesce(${days}, 0) end`;
  return { value, at: sql`${context.now}`, parts: { part: value, whole: sql`${daysTouched(measure, context)}` } };
};
