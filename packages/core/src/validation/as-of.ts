import type { AccountIndex, IndexedEvent } from '../measures/account-index.ts';

/**
 * An account as it was known just before an instant, in milliseconds: no event and no fact of that instant or later, and
 * what has ended since is still open. So no measure, whatever its kind, can see what came after.
 */
export function asOf(account: AccountIndex, cutOff: number): AccountIndex {
  const before = (event: IndexedEvent): IndexedEvent =>
    event.until !== null && event.until >= cutOff ? { ...event, until: null } : event;
  return {
    ...account,
    fact: (name, at) => account.fact(name, Math.min(at, cutOff - 1)),
    events: (name, from, to) => account.events(name, from, Math.min(to, cutOff)).map(before),
  };
}
