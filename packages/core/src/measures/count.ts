import * as z from 'zod/mini';
import { sql } from '../sql/fragment.ts';
import { described } from './described.ts';
import { measureKind, missing } from './measure-kind.ts';
import { eventsWithin, windowed, windowSpan, withinSql } from './window.ts';

const schema = z.strictObject({ kind: z.literal('count'), ...described, ...windowed });

/** How often an event happened within a window: the sum of the events' counts. */
export const count = measureKind<z.infer<typeof schema>>({
  kind: 'count',
  schema,
  unit: 'number',
  span: windowSpan,
  read(measure, context) {
    const events = eventsWithin(measure, context);
    if (!events) return missing;
    return { value: events.reduce((sum, event) => sum + event.count, 0), at: context.now };
  },
  sql(measure, context) {
    const total = context.event(sql`sum(e.count)`, withinSql(measure, context));
    return {
      value: sql`case when ${context.tracks(measure.event)} then coalesce(${total}, 0) end`,
      at: sql`${context.now}`,
    };
  },
});
