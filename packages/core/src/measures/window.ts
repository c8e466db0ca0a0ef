import * as z from 'zod/mini';
import { id } from '../schema/primitives.ts';
import { duration, toMs } from '../schema/time.ts';
import { type Fragment, sql } from '../sql/fragment.ts';
import type { IndexedEvent } from './account-index.ts';
import type { ReadContext, SqlContext } from './measure-kind.ts';
import { eventCondition, matches, type Where, where } from './where.ts';

/** Fields of a measure that looks at one kind of event within a window that ends now. */
export const windowed = { event: id, where: z.optional(where), within: duration };

interface Windowed {
  readonly event: string;
  readonly where?: Where | undefined;
  readonly within: string;
}

/** The events in `[now − within, now)` that match; null when this event is not recorded for the account. */
export function eventsWithin(measure: Windowed, { account, now }: ReadContext): readonly IndexedEvent[] | null {
  if (!account.tracks(measure.event)) return null;
  const events = account.events(measure.event, now - toMs(measure.within), now);
  return measure.where ? events.filter((event) => matches(event, measure.where)) : events;
}

/** The same as a condition over `events e`. */
export function withinSql(measure: Windowed, { dialect, now }: SqlContext): Fragment {
  const from = dialect.instant(now - toMs(measure.within));
  return sql`${eventCondition(dialect, measure.event, measure.where)} and e.at >= ${from} and e.at < ${dialect.instant(now)}`;
}

/** Length of the window in milliseconds. */
export const windowSpan = (measure: Windowed): number => toMs(measure.within);
