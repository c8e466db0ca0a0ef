import { type Account, activityGrids, readAccount } from '@hale/core';
import { compileActivity, compileHistory } from '@hale/core/sql';
import { expect } from 'chai';
import fc from 'fast-check';
import { account, busyAccount, now } from '../../packages/core/src/fixtures/account-arbitraries.ts';
import { measures, plain } from '../../packages/core/src/fixtures/measure-arbitraries.ts';
import { onEveryEngine } from '../support/engines.ts';
import { expectSame, modelOf, observedBy, observedHere } from '../support/observed.ts';
import { assertForAll } from '../support/random.ts';

/** The same measure read in JavaScript and in an engine, over random accounts and random measures. */

/** Zones whose clocks change, on either side of UTC. */
const zones = fc.constantFrom(undefined, 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland');

/** Instants at and around what calendars do: clocks that change, months that end, a day that most years lack. */
const instants = fc.oneof(
  fc.constant(now),
  fc
    .constantFrom(
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:30:00.000Z',
      '2026-10-25T01:00:00.000Z',
      '2026-11-01T05:59:59.999Z',
      '2028-02-29T12:00:00.000Z',
      '2028-03-01T00:00:00.000Z',
      '2026-01-31T23:30:00.000Z',
      '2026-12-31T23:59:59.999Z',
    )
    .map(Date.parse),
);

const later = (iso: string, ms: number) => `${new Date(Date.parse(iso) + ms).toISOString().slice(0, -1)}9Z`;

/** An account with all its events and observations moved in time, written finer than a millisecond. */
const moved = ({ facts = {}, events, ...rest }: Account, ms: number): Account => ({
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
});

/** An account some of whose events came twice. */
const repeated = (one: Account): Account => ({
  ...one,
  ...(one.events && { events: [...one.events, ...one.events.slice(0, 3)] }),
});

/** Accounts of different ids as of an instant. */
const accountsAt = (one: fc.Arbitrary<Account>, { maxLength }: { maxLength: number }) =>
  fc
    .tuple(instants, fc.array(fc.tuple(one, fc.boolean()), { minLength: 1, maxLength, size: 'max' }))
    .map(([at, all]) => ({
      at,
      accounts: all.map(([account, twice], index) => ({
        ...moved(twice ? repeated(account) : account, at - now),
        id: `a${index}`,
      })),
    }));

onEveryEngine('measures', (subject) => {
  it('equal those in JavaScript', async () => {
    const given = accountsAt(fc.oneof(account, busyAccount, busyAccount), { maxLength: 20 });
    const more = fc.array(plain, { maxLength: 10, size: 'max' }).map((all) => Object.fromEntries(all.entries()));
    await assertForAll([measures, more, given, zones], subject.runs(60), async (made, more, { at, accounts }, zone) => {
      const model = modelOf({ ...made, ...more }, zone);
      await subject.engine.fill(accounts);
      const found = await observedBy(subject.engine, model, accounts, at);
      accounts.forEach((one, index) => {
        expectSame(found[index] ?? new Map(), observedHere(model, one, at), model);
      });
    });
  });

  it('equal those in JavaScript as of several instants at once', async () => {
    const given = accountsAt(busyAccount, { maxLength: 4 });
    // In February a month has four weeks, so a window of one is read as the other.
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 4 });
    const february = Date.parse('2026-03-01T00:00:00Z');
    await assertForAll([measures, given, days, zones], subject.runs(30), async (made, { at, accounts }, ago, zone) => {
      const model = modelOf(made, zone);
      const asked = [...ago.map((count) => at - count * 86_400_000), february];
      await subject.engine.fill(accounts);
      const seen: string[] = [];
      for (const statement of compileHistory(model, subject.engine.dialect, { instants: asked })) {
        for (const row of await subject.engine.run(statement)) {
          const [id, instant] = [statement.accountOf(row), statement.instantOf(row)];
          seen.push(`${id} ${instant}`);
          const one = accounts.find((account) => account.id === id) as Account;
          expectSame(statement.observationsOf(row), observedHere(model, one, instant), model);
        }
      }
      expect(seen).to.have.members(accounts.flatMap(({ id }) => asked.map((instant) => `${id} ${instant}`)));
    });
  });

  it('give the same activity grids', async () => {
    const model = modelOf({ m0: { kind: 'since' } });
    const given = accountsAt(account, { maxLength: 10 });
    await assertForAll([given], subject.runs(20), async ({ at, accounts }) => {
      await subject.engine.fill(accounts);
      const statement = compileActivity(model, subject.engine.dialect, {
        now: at,
        accounts: accounts.map(({ id }) => id),
      });
      if (!statement) throw new Error('the model has grids');
      const found = await subject.engine.run(statement);
      for (const one of accounts) {
        const cells = found.filter((row) => statement.accountOf(row) === one.id).map(statement.cellOf);
        const about = {
          since: one.since === undefined ? null : Date.parse(one.since),
          tracked: one.tracked?.includes('use') ?? one.events !== undefined,
        };
        expect(activityGrids(model, cells, about, at)).to.deep.equal(
          readAccount(model, one, { now: new Date(at) }).activity,
        );
      }
    });
  });
});
