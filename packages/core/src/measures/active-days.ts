import * as z from 'zod/mini';
import { dayOf, toMs } from '../schema/time.ts';
import { sql } from '../sql/fragment.ts';
import { described } from './described.ts';
import { measureKind, missing } from './measure-kind.ts';
import { eventsWithin, windowed, windowSpan, withinSql } from './window.ts';

const schema = z.strictObject({ kind: z.literal('active-days'), ...described, ...windowed });

/** On how many UTC days an event happened within a window. */
export const activeDays = measureKind<z.infer<typeof schema>>({
  kind: 'active-days',
  schema,
  unit: 'number',
  span: windowSpan,
  read(measure, context) {
    const events = eventsWithin(measure, context);
    if (!events) return missing;
    const days = new Set(events.map((event) => dayOf(event.at)));
    return { value: days.size, at: context.now, parts: { part: days.size, whole: daysTouched(measure, context.now) } };
  },
  sql(measure, context) {
    const day = context.dialect.day(sql`e.at`);
    const days = context.event(sql`count(distinct ${day})`, withinSql(measure, context));
    const value = sql`case when ${context.tracks(measure.event)} then coalesce(${days}, 0) end`;
    return { value, at: sql`${context.now}`, parts: { part: value, whole: sql`${daysTouched(measure, context.now)}` } };
  },
  detail: ({ part, whole }, words) => `${words(part ?? 0)} of ${words(whole ?? 0)} days`,
});

/** How many UTC days the window touches: one more than its length when it does not begin at midnight. */
const daysTouched = ({ within }: { within: string }, now: number): number =>
  dayOf(now - 1) - dayOf(now - toMs(within)) + 1;
