import type { Account, AccountEvent, Fact } from '../schema/account.ts';
import type { Scalar } from '../schema/primitives.ts';
import { parseInstant } from '../schema/time.ts';

/** An event with its times in milliseconds. */
export interface IndexedEvent {
  readonly at: number;
  /** End of what lasts; null while it is open. */
  readonly until: number | null;
  readonly user: string | null;
  readonly count: number;
  readonly properties: AccountEvent['properties'];
}

/** A fact with its time in milliseconds; `at` is null when undated, which never goes stale. */
export interface DatedFact {
  readonly value: Scalar | null;
  readonly at: number | null;
}

/** An account made ready to be read many times: events by name in order of time, facts by name. */
export interface AccountIndex {
  readonly id: string;
  readonly name: string;
  readonly since: number | null;
  /** The newest value of a fact at or before `at`; undefined where there is none. */
  fact(name: string, at: number): DatedFact | undefined;
  /** The names of all facts there are. */
  readonly factNames: readonly string[];
  /** Whether this event is recorded for the account; if not, its absence means nothing. */
  tracks(event: string): boolean;
  /** Events of a name in `[from, to)`, oldest first. */
  events(name: string, from: number, to: number): readonly IndexedEvent[];
}

/** Indexes an account once. Events may come in any order. */
export function indexAccount(account: Account): AccountIndex {
  const tracked = account.tracked && new Set(account.tracked);
  const byName = new Map<string, IndexedEvent[]>();
  for (const event of account.events ?? []) {
    const named = byName.get(event.name);
    const indexed = toIndexed(event);
    if (named) named.push(indexed);
    else byName.set(event.name, [indexed]);
  }
  for (const events of byName.values()) sortByTime(events);
  const facts = new Map(Object.entries(account.facts ?? {}).map(([name, fact]) => [name, newestFirst(fact)]));

  return {
    id: account.id,
    name: account.name ?? account.id,
    since: account.since === undefined ? null : parseInstant(account.since),
    factNames: [...facts.keys()],
    fact: (name, at) => facts.get(name)?.find((fact) => fact.at === null || fact.at <= at),
    // An account that came without a list of events says nothing of what happened.
    tracks: (event) => (tracked ? tracked.has(event) : account.events !== undefined),
    events(name, from, to) {
      const events = byName.get(name) ?? [];
      return events.slice(lowerBound(events, from), lowerBound(events, to));
    },
  };
}

function toIndexed(event: AccountEvent): IndexedEvent {
  return {
    at: parseInstant(event.at),
    until: event.until ? parseInstant(event.until) : null,
    user: event.user ?? null,
    count: event.count ?? 1,
    properties: event.properties,
  };
}

/** Earlier than any instant: a number, so that two of them can be subtracted. */
const beforeAll = -1e15;

/** An undated value is the oldest: it holds until a dated one says otherwise. */
function newestFirst(fact: Fact): DatedFact[] {
  const values = (Array.isArray(fact) ? fact : [fact]).map((value) =>
    value === null || typeof value !== 'object'
      ? { value, at: null }
      : { value: value.value, at: value.at === undefined ? null : parseInstant(value.at) },
  );
  return values.sort((a, b) => (b.at ?? beforeAll) - (a.at ?? beforeAll));
}

function sortByTime(events: IndexedEvent[]): void {
  // Most accounts come sorted already; looking is cheaper than sorting.
  for (let index = 1; index < events.length; index++) {
    if ((events[index - 1] as IndexedEvent).at > (events[index] as IndexedEvent).at) {
      events.sort((a, b) => a.at - b.at);
      return;
    }
  }
}

/** First position whose time is at or after `at`. */
function lowerBound(events: readonly IndexedEvent[], at: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((events[middle] as IndexedEvent).at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
