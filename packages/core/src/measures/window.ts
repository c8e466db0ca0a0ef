import * as z from 'zod/mini';
import { made } from '../schema/made.ts';
import { id } from '../schema/primitives.ts';
import { window, windowAt } from '../schema/time.ts';
import { type Condition, sql } from '../sql/fragment.ts';
import type { IndexedEvent } from './account-index.ts';
import type { ReachContext, ReadContext, SqlContext } from './measure-kind.ts';
import { eventCondition, matches, type Where, where } from './where.ts';

/** Fields of a measure that looks at one kind of event within a window. */
export const windowed = /* @__PURE__ */ made(() => ({ event: id, where: z.optional(where), within: window }));

/** A measure with those fields; without a window it looks at all that happened before now. */
export interface Windowed {
  readonly event: string;
  readonly where?: Where | undefined;
  readonly within?: string | undefined;
}

/** The events within the window that match; null when this event is not recorded for the account. */
export function eventsWithin(measure: Windowed, context: ReadContext): readonly IndexedEvent[] | null {
  const { account, now, zone } = context;
  if (!account.tracks(measure.event)) return null;
  const { from, to } = measure.within ? windowAt(measure.within, now, zone) : { from: -Infinity, to: now };
  const events = account.events(measure.event, from, to);
  return measure.where ? events.filter((event) => matches(event, measure.where)) : events;
}

/** The same as a condition over `events e`. */
export function withinSql(measure: Windowed, { dialect, now, zone }: SqlContext): Condition {
  const condition = eventCondition(dialect, measure.event, measure.where);
  if (!measure.within) return sql`${condition} and e.at < ${dialect.instant(now)}`;
  const { from, to } = windowAt(measure.within, now, zone);
  const met = sql`e.at >= ${dialect.instant(from)}`;
  return { ...sql`${condition} and ${met} and e.at < ${dialect.instant(to)}`, since: { at: from, met } };
}

/** Where the window begins; now where there is none. */
export const windowStart = ({ within }: Windowed, { now, zone }: ReachContext): number =>
  within ? windowAt(within, now, zone).from : now;
