import * as z from 'zod/mini';
import { id } from '../schema/primitives.ts';
import { ago, dayMs, duration } from '../schema/time.ts';
import { sql } from '../sql/fragment.ts';
import { upTo } from '../sql/up-to.ts';
import { described } from './described.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';
import { eventCondition, matches, where } from './where.ts';

const schema = z.strictObject({
  kind: z.literal('open'),
  ...described,
  event: id,
  where: z.optional(where),
  longerThan: z.optional(duration),
});
type Open = z.infer<typeof schema>;

/** How many things that last, such as tickets and invoices, are open now and have been for `longerThan` or more. */
export const open = measureKind<Open>({
  kind: 'open',
  schema,
  unit: 'number',
  read(measure, { account, now, zone }) {
    if (!account.tracks(measure.event)) return missing;
    const latest = measure.longerThan ? ago(now, measure.longerThan, zone) : now;
    let value = 0;
    let oldest = now;
    for (const event of account.events(measure.event, -Infinity, now)) {
      if (event.at > latest) break;
      if ((event.until !== null && event.until <= now) || !matches(event, measure.where)) continue;
      value += 1;
      oldest = Math.min(oldest, event.at);
    }
    return value ? { value, at: now, parts: { count: value, days: (now - oldest) / dayMs } } : { value, at: now };
  },
  detail: ({ days }, words) => `open up to ${words(Math.floor(days ?? 0))} days`,
});

/** The same for all accounts at once. */
export const openSql: MeasureSql<Open> = (measure, context) => {
  const { dialect, now, zone } = context;
  const latest = measure.longerThan ? ago(now, measure.longerThan, zone) : now - 1;
  const isOpen = sql`${eventCondition(dialect, measure.event, measure.where)} and ${upTo(dialect, sql`e.at`, latest)} and (e.until is null or not ${upTo(dialect, sql`e.until`, now)})`;
  const value = context.event(sql`count(*)`, isOpen);
  const oldest = context.event(sql`min(e.at)`, isOpen);
  return {
    value: sql`case when ${context.tracks(measure.event)} then coalesce(${value}, 0) end`,
    at: sql`${now}`,
    parts: {
      count: sql`case when ${value} > 0 then ${value} end`,
      days: sql`(${now} - ${dialect.epochMs(oldest)}) / ${dayMs}`,
    },
  };
};
