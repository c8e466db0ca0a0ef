import type { Account } from '@hale/core';
import fc from 'fast-check';
import { now } from '../../packages/core/src/fixtures/account-arbitraries.ts';

/** Instants at and around what calendars do: clocks that change, months that end, a day that most years lack. */
export const calendarInstants = [
  '2026-03-29T01:00:00.000Z',
  '2026-03-30T00:30:00.000Z',
  '2026-10-25T01:00:00.000Z',
  '2026-11-01T05:59:59.999Z',
  '2028-02-29T12:00:00.000Z',
  '2028-03-01T00:00:00.000Z',
  '2026-01-31T23:30:00.000Z',
  '2026-12-31T23:59:59.999Z',
].map((iso) => Date.parse(iso));

export const instants = fc.oneof(fc.constant(now), fc.constantFrom(...calendarInstants));

const later = (iso: string, ms: number) => `${new Date(Date.parse(iso) + ms).toISOString().slice(0, -1)}9Z`;

/** An account with all that it tells moved in time, written finer than a millisecond. */
export const moved = ({ facts = {}, events, history, overrides, ...rest }: Account, ms: number): Account => ({
  ...rest,
  ...(rest.since === undefined ? {} : { since: later(rest.since, ms) }),
  facts: Object.fromEntries(
    Object.entries(facts).map(([name, given]) => {
      const dated = [given]
        .flat()
        .map((one) => (one && typeof one === 'object' && one.at ? { ...one, at: later(one.at, ms) } : one));
      // Sound: a list stays a list, one value stays one.
      return [name, Array.isArray(given) ? dated : dated[0]] as [string, typeof given];
    }),
  ),
  ...(events && {
    events: events.map(({ at, until, ...event }) => ({
      ...event,
      at: later(at, ms),
      ...(until === undefined ? {} : { until: until && later(until, ms) }),
    })),
  }),
  ...(history && { history: history.map(({ at, ...point }) => ({ ...point, at: later(at, ms) })) }),
  ...(overrides && {
    overrides: overrides.map(({ at, expires, ...set }) => ({
      ...set,
      at: later(at, ms),
      ...(expires === undefined ? {} : { expires: later(expires, ms) }),
    })),
  }),
});

/** An account some of whose events came twice. */
export const repeated = (one: Account): Account => ({
  ...one,
  ...(one.events && { events: [...one.events, ...one.events.slice(0, 3)] }),
});
