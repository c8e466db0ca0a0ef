import { type Account, activityGrids, readAccount } from '@hale/core';
import { compileActivity, compileHistory } from '@hale/core/sql';
import { expect } from 'chai';
import fc from 'fast-check';
import { account, busyAccount, now } from '../../packages/core/src/fixtures/account-arbitraries.ts';
import { measures, plain } from '../../packages/core/src/fixtures/measure-arbitraries.ts';
import { onEveryEngine } from '../support/engines.ts';
import { instants, moved, repeated } from '../support/in-time.ts';
import { expectSame, modelOf, observedBy, observedHere } from '../support/observed.ts';
import { assertForAll } from '../support/random.ts';

/** The same measure read in JavaScript and in an engine, over random accounts and random measures. */

/** Zones whose clocks change, on either side of UTC. */
const zones = fc.constantFrom(undefined, 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland');

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
