import { mustBe, mustBeEntries } from '../must-be.ts';
import { mustBeInstant, mustBePeriod, type Period } from '../period.ts';

/** Something a user did that counts as active: who (null where nobody can say) and when, in milliseconds since 1970. */
export interface ActiveEvent {
  readonly user: string | null;
  readonly at: number;
}

/**
 * Active users: distinct users with an event at from ≤ at < to. The caller passes only events that count as active, and
 * a window of 1, 7, 28 or 30 days, rolling or of the calendar, cut in the time zone that is meant. Counts of several
 * windows do not add up: the same user is in many. 0 where nothing happened; null where something did and nobody can
 * say by whom.
 */
export function activeUsers(events: readonly ActiveEvent[], window: Period): number | null {
  mustBePeriod(window, 'window');
  mustBeEntries(events, 'events', '{ user, at }');
  const users = new Set<string>();
  let happened = false;
  for (const [index, { user, at }] of events.entries()) {
    mustBeInstant(at, `events[${index}].at`);
    mustBe(user === null || typeof user === 'string', `events[${index}].user`, 'a text, or null', user);
    if (at < window.from || at >= window.to) continue;
    happened = true;
    if (user !== null) users.add(user);
  }
  return happened && users.size === 0 ? null : users.size;
}
