import { type Account, activityGrids, readAccount } from '@hale/core';
import { compileActivity } from '@hale/core/sql';
import { expect } from 'chai';
import { now } from '../../packages/core/src/fixtures/account-arbitraries.ts';
import { onEveryEngine } from '../support/engines.ts';
import { modelOf, observedBy, observedHere } from '../support/observed.ts';

/** What is one value of a property and what are two: by the number where it is one, however a database writes it. */

const at = new Date(now - 3_600_000).toISOString();
type Value = string | number | boolean;

/** An account with an event for each of the values. */
const having = (id: string, values: readonly Value[]): Account => ({
  id,
  since: new Date(now - 30 * 86_400_000).toISOString(),
  events: values.map((v) => ({ name: 'use', at, properties: { v, feature: v } })),
});

const within = '7d';
const model = modelOf({
  m0: { kind: 'distinct', event: 'use', of: 'v', within },
  share: { kind: 'share', event: 'use', of: 'v', among: [1, 2, 0.5, 1e21, 'x'], within },
  tags: { kind: 'tags', event: 'use', of: 'v', within, points: { '1': 5, '0.5': 7, '1e+21': 11, '1e-7': 13, x: 17 } },
  two: { kind: 'first-reached', event: 'use', of: 'v', reach: 2 },
});

/** Values, how many they are, and what share and tags make of them. */
const cases: readonly [values: readonly Value[], distinct: number, share: number, tags: number][] = [
  [[1, 1], 1, 0.2, 5],
  [[1, '1', true, 'true'], 2, 0.2, 5],
  [['1.0', '1'], 2, 0.2, 5],
  [[0.5, 0.5, '0.50'], 2, 0.2, 7],
  [[0.5, '0.5'], 2, 0.2, 7],
  [[1e21, '1e+21', '1e21'], 3, 0.2, 11],
  [[1e-7, 1e-7], 1, 0, 13],
  [[1, 2, 0.5, 1e21, 'x', 'y'], 6, 1, 40],
  [[2 ** 53 - 1, 2 ** 53], 2, 0, 0],
  [[0, -0, '0', '-0'], 2, 0, 0],
  [[-3, '-3', '- 3', '-', ''], 4, 0, 0],
  [['01234', 1234, '1234'], 2, 0, 0],
  [[1e308, 5e-324], 2, 0, 0],
];

onEveryEngine('a value of a property', (subject) => {
  it('is the same one however it is written, and another where it is none of the same', async () => {
    const accounts = cases.map(([values], index) => having(`a${String(index).padStart(2, '0')}`, values));
    await subject.engine.fill(accounts);
    const found = await observedBy(subject.engine, model, accounts, now);
    for (const [place, [values, distinct, share, tags]] of cases.entries()) {
      const here = observedHere(model, accounts[place] as Account, now);
      for (const [observed, where] of [
        [here, 'here'],
        [found[place], 'in the engine'],
      ] as const) {
        const shown = `${JSON.stringify(values)} ${where}`;
        expect(observed?.get('m0')?.value, `distinct of ${shown}`).to.equal(distinct);
        expect(observed?.get('share')?.value, `share of ${shown}`).to.be.closeTo(share, 1e-12);
        expect(observed?.get('tags')?.value, `tags of ${shown}`).to.equal(tags);
        expect(observed?.get('two')?.value === null, `two of ${shown}`).to.equal(distinct < 2);
      }
    }
  });

  it('has one row in a grid of activity, by the name that JavaScript gives it', async () => {
    const accounts = [having('a0', [0.5, 1, 1e21, '1e+21', 1e-7, 'x', 1])];
    await subject.engine.fill(accounts);
    const statement = compileActivity(model, subject.engine.dialect, { now });
    if (!statement) throw new Error('the model has grids');
    const cells = (await subject.engine.run(statement)).map(statement.cellOf);
    const [one] = accounts as [Account];
    const about = { since: Date.parse(one.since ?? ''), tracked: true };
    const grids = activityGrids(model, cells, about, now);
    expect(grids).to.deep.equal(readAccount(model, one, { now: new Date(now) }).activity);
    expect(grids?.grids[0]?.rows.map(({ id }) => id)).to.have.members(['0.5', '1', '1e+21', '1e-7', 'x']);
  });

  if (subject.updates) {
    it('is the same one as a table has it: 1, 1.0 and 1e0', async () => {
      const account = having('a0', [1, 10, 100]);
      await subject.engine.fill([account]);
      for (const [count, written] of [
        [10, '1.0'],
        [100, '1e0'],
      ]) {
        const text = `update events set properties = '{"v":${written}}' where cast(properties as varchar) like '%:${count}}' or cast(properties as varchar) like '%: ${count}}'`;
        await subject.engine.run({ text, values: [] });
      }
      const [found] = await observedBy(subject.engine, model, [account], now);
      expect(found?.get('m0')?.value).to.equal(1);
      expect(found?.get('share')?.value).to.equal(0.2);
      expect(found?.get('tags')?.value).to.equal(5);
      expect(found?.get('two')?.value).to.equal(null);
    });
  }
});
