import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { window } from '../schema/time.ts';
import { sql } from '../sql/fragment.ts';
import { described } from './described.ts';
import { upToOne } from './extent.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';
import { eventsWithin, windowed, windowStart, withinSql } from './window.ts';

const schema = () => z.strictObject({ kind: z.literal('ever'), ...described, ...windowed, within: z.optional(window) });
type Ever = Made<typeof schema>;

/** 1 if an event ever happened, or did within a window; 0 if it did not. Missing where nobody records it. */
export const ever = measureKind<Ever>({
  kind: 'ever',
  unit: 'number',
  reach: windowStart,
  read(measure, context) {
    const events = eventsWithin(measure, context);
    return events ? { value: events.length > 0 ? 1 : 0, at: context.now } : missing;
  },
});

/** How it is written in a model. */
export const everForm = /* @__PURE__ */ form(schema, undefined, upToOne);

/** The same for all accounts at once. */
export const everSql: MeasureSql<Ever> = (measure, context) => {
  const times = context.event(sql`count(*)`, withinSql(measure, context));
  return {
    value: sql`case when ${context.tracks(measure.event)} then case when ${times} > 0 then 1 else 0 end end`,
    at: sql`${context.now}`,
  };
};
