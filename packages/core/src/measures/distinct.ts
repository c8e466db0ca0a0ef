import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { id } from '../schema/primitives.ts';
import { sql } from '../sql/fragment.ts';
import { described } from './described.ts';
import { counted } from './extent.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';
import { keyOf, keySql } from './value-key.ts';
import { propertyOf } from './where.ts';
import { eventsWithin, windowed, windowStart, withinSql } from './window.ts';

const schema = () => z.strictObject({ kind: z.literal('distinct'), ...described, of: id, ...windowed });
type Distinct = Made<typeof schema>;

/**
 * How many different users, or values of another property, an event had within a window.
 * Events that happened and carry no such property leave it missing: nobody can say who it was.
 */
export const distinct = measureKind<Distinct>({
  kind: 'distinct',
  unit: 'number',
  reach: windowStart,
  read(measure, context) {
    const events = eventsWithin(measure, context);
    if (!events) return missing;
    const seen = new Set<string>();
    for (const event of events) {
      const value = propertyOf(event, measure.of);
      if (value !== null) seen.add(keyOf(value));
    }
    return seen.size === 0 && events.length > 0 ? missing : { value: seen.size, at: context.now };
  },
});

/** How it is written in a model. */
export const distinctForm = /* @__PURE__ */ form(schema, undefined, counted);

/** The same for all accounts at once. */
export const distinctSql: MeasureSql<Distinct> = (measure, context) => {
  const inWindow = withinSql(measure, context);
  const different = context.event(sql`count(distinct ${keySql(context.dialect, measure.of)})`, inWindow);
  const rows = context.event(sql`count(*)`, inWindow);
  const known = sql`${context.tracks(measure.event)} and not (coalesce(${different}, 0) = 0 and coalesce(${rows}, 0) > 0)`;
  return {
    value: sql`case when ${known} then coalesce(${different}, 0) end`,
    at: sql`${context.now}`,
  };
};
