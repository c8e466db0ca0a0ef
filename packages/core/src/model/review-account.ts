import { given } from '../errors.ts';
import type { Account } from '../schema/account.ts';
import { parseInstant } from '../schema/time.ts';

/** Something about an account that is allowed and hardly meant. */
export interface AccountAdvice {
  readonly code: 'ends-before-start' | 'untracked-event';
  readonly path: string;
  /** What it is, and what becomes of it. */
  readonly sentence: string;
}

/** Told at most of each sort: of one mistake in an export there are thousands. */
const most = 20;

/**
 * What in an account is allowed and hardly meant, up to 20 of each sort; empty where there is nothing. Nothing that is
 * said here keeps an account from being scored.
 */
export function reviewAccount({ events = [], tracked }: Account): AccountAdvice[] {
  const ends: AccountAdvice[] = [];
  const untracked = new Map<string, AccountAdvice>();
  const known = tracked && new Set(tracked);
  for (const [index, { name, at, until }] of events.entries()) {
    const path = `events[${index}]`;
    if (until && parseInstant(until) < parseInstant(at) && ends.length < most) {
      const sentence = `${path}.until (${until}) is before at (${at}): when it ended counts as not known.`;
      ends.push({ code: 'ends-before-start', path: `${path}.until`, sentence });
    }
    if (known && !known.has(name) && !untracked.has(name) && untracked.size < most) {
      const sentence = `${path}.name is ${given(name)}, which tracked does not list: no such event is read. Add it to tracked, or leave the events out.`;
      untracked.set(name, { code: 'untracked-event', path: `${path}.name`, sentence });
    }
  }
  return [...ends, ...untracked.values()];
}
