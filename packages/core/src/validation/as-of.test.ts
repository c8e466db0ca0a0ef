import { expect } from 'chai';
import fc from 'fast-check';
import { busyAccount, now } from '../fixtures/account-arbitraries.ts';
import { measures } from '../fixtures/measure-arbitraries.ts';
import type { Account } from '../index.ts';
import { indexAccount } from '../measures/account-index.ts';
import { readMeasures } from '../measures/read-measures.ts';
import { parseInstant, toInstant } from '../schema/time.ts';
import { asOf } from './as-of.ts';

const day = 86_400_000;

/** The same account had it been exported on the day: what came at the cut-off or after is not in it. */
function exportedAt(account: Account, cutOff: number): Account {
  const before = (at: string) => parseInstant(at) < cutOff;
  const facts = Object.entries(account.facts ?? {}).flatMap(([name, fact]) => {
    const values = (Array.isArray(fact) ? fact : [fact]).map((one) =>
      one === null || typeof one !== 'object' ? { value: one } : one,
    );
    const kept = values.filter(({ at }) => at === undefined || before(at));
    return kept.length > 0 ? [[name, kept] as const] : [];
  });
  const { events, facts: _, ...rest } = account;
  return {
    ...rest,
    facts: Object.fromEntries(facts),
    ...(events && {
      events: events
        .filter(({ at }) => before(at))
        .map((event) => (event.until && !before(event.until) ? { ...event, until: null } : event)),
    }),
  };
}

describe('asOf', () => {
  it('shows every measure what was known just before the cut-off, and nothing that came after', () => {
    const cutOffs = fc.integer({ min: -60, max: 5 }).map((days) => now + days * day);
    fc.assert(
      fc.property(busyAccount, measures, cutOffs, (account, named, cutOff) => {
        const set = { measures: new Map(Object.entries(named)), zone: null };
        const seen = readMeasures(set, asOf(indexAccount(account), cutOff), cutOff);
        expect(seen).to.deep.equal(readMeasures(set, indexAccount(exportedAt(account, cutOff)), cutOff));
      }),
      { numRuns: 300 },
    );
  });

  it('does not know yet what is dated at the cut-off itself', () => {
    const at = toInstant(now);
    const index = asOf(
      indexAccount({ id: 'a', facts: { seats: { value: 5, at } }, events: [{ name: 'use', at }] }),
      now,
    );
    expect(index.fact('seats', now)).to.equal(undefined);
    expect(index.events('use', 0, now + 1)).to.deep.equal([]);
    expect(asOf(index, now).fact('seats', Infinity)).to.equal(undefined);
    const ticket = { name: 'ticket', at: toInstant(now - day), until: at };
    const closed = indexAccount({ id: 'a', events: [ticket] });
    expect(asOf(closed, now).events('ticket', 0, now)[0]?.until).to.equal(null);
    expect(asOf(closed, now + 1).events('ticket', 0, now)[0]?.until).to.equal(now);
  });
});
