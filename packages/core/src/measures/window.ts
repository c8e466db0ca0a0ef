import * as z from 'zod/mini';
import { id } from '../schema/primitives.ts';
import { window, windowAt } from '../schema/time.ts';
import { type Fragment, sql } from '../sql/fragment.ts';
import type { IndexedEvent } from './account-index.ts';
import type { ReachContext, ReadContext, SqlContext } from './measure-kind.ts';
import { eventCondition, matches, type Where, where } from './where.ts';

/** Fields of a measure that looks at one kind of event within a window. */
export const windowed = { event: id, where: z.optional(where), within: window };

interface Windowed {
  readonly event: string;
  readonly where?: Where | undefined;
  readonly within: string;
}

/** The events within the window that match; null when this event is not recorded for the account. */
export function eventsWithin(measure: Windowed, context: ReadContext): readonly IndexedEvent[] | null {
  const { account, now, zone } = context;
  if (!account.tracks(measure.event)) return null;
  const { from, to } = windowAt(measure.within, now, zone);
  const events = account.events(measure.event, from, to);
  return measure.where ? events.filter((event) => matches(event, measure.where)) : events;
}

/** The same as a condition over `events e`. */
export function withinSql(measure: Windowed, { dialect, now, zone }: SqlContext): Fragment {
  const { from, to } = windowAt(measure.within, now, zone);
  return sql`${eventCondition(dialect, measure.event, measure.where)} and e.at >= ${dialect.instant(from)} and e.at < ${dialect.instant(to)}`;
}

/** Where the window begins. */
export const windowStart = ({ within }: Windowed, { now, zone }: ReachContext): number =>
  windowAt(within, now, zone).from;
