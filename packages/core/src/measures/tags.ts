import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { id } from '../schema/primitives.ts';
import { double } from '../sql/double.ts';
import { join, sql } from '../sql/fragment.ts';
import { significantSql } from '../sql/significant.ts';
import { significant } from '../stats/significant.ts';
import { sum } from '../stats/sum.ts';
import { described } from './described.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';
import { isOneOf, propertyOf } from './where.ts';
import { eventsWithin, windowed, windowStart, withinSql } from './window.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('tags'),
    ...described,
    of: id,
    ...windowed,
    points: z.record(id, z.number()),
  });
type Tags = Made<typeof schema>;

/**
 * The points of the tags that an account was given within a window, each tag once: the sum of `points` over the
 * different values of a property. Tags without points are passed over; 0 when there are none.
 */
export const tags = measureKind<Tags>({
  kind: 'tags',
  unit: 'number',
  reach: windowStart,
  read(measure, context) {
    const events = eventsWithin(measure, context);
    if (!events) return missing;
    const given = new Set<string>();
    for (const event of events) {
      const tag = propertyOf(event, measure.of);
      if (tag !== null) given.add(String(tag));
    }
    const seen = Object.entries(measure.points).filter(([tag]) => given.has(tag));
    const observation = { value: significant(sum(seen.map(([, points]) => points))), at: context.now };
    return seen.length ? { ...observation, parts: Object.fromEntries(seen.map(([tag]) => [tag, 1])) } : observation;
  },
  detail: (parts) => Object.keys(parts).join(', '),
});

/** How it is written in a model. */
export const tagsForm = /* @__PURE__ */ form(schema);

/** Whole multiples of this are added up apart, as `sumInParts` does: what is large cancels out whole and never overflows. */
const large = 2 ** 20;

/** The same for all accounts at once. */
export const tagsSql: MeasureSql<Tags> = (measure, context) => {
  const rows = withinSql(measure, context);
  const seen = Object.entries(measure.points).map(
    ([wanted, points]) =>
      [
        wanted,
        points,
        context.event(sql`max(case when ${isOneOf(context.dialect, measure.of, [wanted])} then 1 end)`, rows),
      ] as const,
  );
  const { dialect } = context;
  const sumOf = (read: (points: number) => number) => {
    const given = seen.map(([, points, given]) => sql`${double(dialect, read(points))} * coalesce(${given}, 0)`);
    return sql`(${join([sql`0`, ...given], sql` + `)})`;
  };
  const all = seen.some(([, points]) => Math.abs(points) >= large)
    ? dialect.plus(
        dialect.times(
          sumOf((points) => Math.trunc(points / large)),
          sql`${large}`,
        ),
        sumOf((points) => points % large),
      )
    : sumOf((points) => points);
  const [total = all] = context.hold([all]);
  return {
    value: sql`case when ${context.tracks(measure.event)} then ${significantSql(total)} end`,
    at: sql`${context.now}`,
    parts: Object.fromEntries(seen.map(([wanted, , given]) => [wanted, given])),
  };
};
