import * as z from 'zod/mini';
import { id } from '../schema/primitives.ts';
import { dayMs } from '../schema/time.ts';
import { sql } from '../sql/fragment.ts';
import type { IndexedEvent } from './account-index.ts';
import { described } from './described.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';
import { eventCondition, matches, where } from './where.ts';

const schema = z.strictObject({
  kind: z.literal('since'),
  ...described,
  event: z.optional(id),
  where: z.optional(where),
});
type Since = z.infer<typeof schema>;

/**
 * Days since an event last happened, with fractions; without an event, since the account became a customer.
 * What never happened is missing.
 */
export const since = measureKind<Since>({
  kind: 'since',
  schema,
  unit: 'days',
  read(measure, { account, now }) {
    const { event } = measure;
    if (event !== undefined && !account.tracks(event)) return missing;
    const last = event === undefined ? account.since : lastAt(account.events(event, -Infinity, now));
    return last === null || last > now ? missing : { value: (now - last) / dayMs, at: now };

    function lastAt(events: readonly IndexedEvent[]): number | null {
      return events.findLast((event) => matches(event, measure.where))?.at ?? null;
    }
  },
});

/** The same for all accounts at once. */
export const sinceSql: MeasureSql<Since> = (measure, context) => {
  const { dialect, now } = context;
  const last =
    measure.event === undefined
      ? context.since
      : context.event(
          sql`max(e.at)`,
          sql`${eventCondition(dialect, measure.event, measure.where)} and e.at < ${dialect.instant(now)}`,
        );
  const known = measure.event === undefined ? sql`${last} <= ${dialect.instant(now)}` : context.tracks(measure.event);
  return {
    value: sql`case when ${known} then (${now} - ${dialect.epochMs(last)}) / ${dayMs} end`,
    at: sql`${now}`,
  };
};
