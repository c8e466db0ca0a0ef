import { HealthError, parseAccount, parseModel, readAccount } from '@hale/core';
import { compileActivity, compileHistory, compileObservations, compileScores, reportFromRow } from '@hale/core/sql';
import { expect } from 'chai';
import { now } from '../../packages/core/src/fixtures/account-arbitraries.ts';
import { onEveryEngine } from '../support/engines.ts';
import { expectSame, modelOf, observedBy } from '../support/observed.ts';
import { differing, scoredBy } from '../support/scored.ts';

/** Tables as a warehouse has them and drivers as they are, where our own documents and drivers never come to it. */

const ago = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
const use = (hours: number, amount: number) => ({
  name: 'use',
  at: ago(hours),
  until: ago(0.5),
  properties: { amount },
});

const model = parseModel({
  id: 'warehouse',
  version: '1',
  measures: {
    uses: { kind: 'count', event: 'use', within: '7d' },
    spent: { kind: 'average', event: 'use', of: 'amount', within: '7d' },
  },
  dimensions: [{ id: 'd', weight: 1, metrics: [{ kind: 'range', id: 'x', measure: 'uses', worst: 0, best: 4 }] }],
  tiers: [
    { id: 'low', from: 0 },
    { id: 'high', from: 50 },
  ],
  hysteresis: 5,
  minimumCoverage: 0,
  segments: [{ id: 'trial', when: { fact: 'trial', eq: true } }],
  signals: [
    {
      id: 'busy',
      effect: 'growth',
      severity: 'low',
      when: {
        all: [
          { measure: 'uses', gte: 2 },
          { fact: 'trial', eq: true },
        ],
      },
    },
  ],
  activity: { event: 'use', days: 7, by: [{ property: 'amount' }] },
});
const account = parseAccount({
  id: 'a0',
  since: ago(2000),
  facts: { trial: true },
  tracked: ['use'],
  events: [use(1, 10), use(2, 20), use(3, 60)],
});

onEveryEngine('a warehouse', (subject) => {
  const engine = () => subject.engine;

  it('may be asked for thousands of accounts, whose ids are sent once', async () => {
    await engine().fill([account, { ...account, id: 'a1' }, { ...account, id: 'a2' }]);
    const ids = Array.from({ length: 3000 }, (_, index) => `a${index === 2 ? 'other' : index}`);
    const found = await scoredBy(engine(), model, now, ids);
    expect([...found.keys()]).to.deep.equal(['a0', 'a1']);
    const { values } = compileScores(model, engine().dialect, { now, accounts: ids, reports: true });
    const { values: few } = compileScores(model, engine().dialect, { now, accounts: ['a0'], reports: true });
    if (engine().dialect.name === 'postgres') expect(values.filter(Array.isArray)).to.have.length(1);
    if (engine().dialect.name === 'duckdb') expect(values.length - few.length).to.equal(2999);
    expect([...(await scoredBy(engine(), model, now, [])).keys()]).to.deep.equal([]);
    expect([...(await scoredBy(engine(), model, now, ['a\0', 'a1'])).keys()]).to.deep.equal(['a1']);
  });

  it('is read as of an instant, and of nothing else', () => {
    const { dialect } = engine();
    for (const wrong of [Number.NaN, Infinity, -Infinity])
      for (const compile of [
        () => compileScores(model, dialect, { now: wrong }),
        () => compileObservations(model, dialect, { now: wrong }),
        () => compileActivity(model, dialect, { now: wrong }),
        () => compileHistory(model, dialect, { instants: [now, wrong] }),
      ])
        expect(compile).to.throw(HealthError, 'now must be an instant in milliseconds since 1970');
  });

  it('gives the same report through a driver that gives truth values as text or as 1 and 0, and numbers as text', async () => {
    await engine().fill([account]);
    const statement = compileScores(model, engine().dialect, { now, reports: true });
    const [row = {}] = await engine().run(statement);
    const expected = reportFromRow(statement, row);
    expect(expected.signals.map(({ id }) => id)).to.deep.equal(['busy']);
    expect(expected.activity).to.not.equal(null);
    const drivers: ((value: unknown) => unknown)[] = [
      (value) => (value === null ? null : String(value)),
      (value) => (typeof value === 'boolean' ? Number(value) : value),
      (value) => (typeof value === 'boolean' ? String(value).slice(0, 1) : value),
    ];
    for (const driver of drivers) {
      const given = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, driver(value)]));
      expect(reportFromRow(statement, given)).to.deep.equal(expected);
    }
    const blank = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : value]));
    expect(reportFromRow(statement, { ...row, score_change: blank.score_change }).trend).to.deep.equal(expected.trend);
    const { score: _, ...lacking } = row;
    expect(() => reportFromRow(statement, lacking)).to.throw(TypeError, 'The row has no column "score"');
    expect(() => reportFromRow(statement, {})).to.throw(TypeError, 'The row has no column');
  });

  if (subject.updates) {
    it('may leave how often an event happened null: once', async () => {
      await engine().fill([account]);
      await engine().run({ text: 'update events set count = null', values: [] });
      const found = await scoredBy(engine(), model, now);
      expect(differing(found.get('a0'), model, account, now)).to.deep.equal([]);
      const all = modelOf({
        m0: { kind: 'sum', event: 'use', of: 'amount', within: '7d' },
        m1: { kind: 'median', event: 'use', of: 'amount', within: '7d' },
        m2: { kind: 'first-reached', event: 'use', reach: 2 },
        m3: { kind: 'open', event: 'use', sum: 'amount' },
        m4: { kind: 'closed', event: 'use', within: '7d' },
        m5: { kind: 'response-time', event: 'use', within: '7d' },
        m6: { kind: 'response-time', event: 'use', within: '7d', as: 'average' },
        m7: { kind: 'average', event: 'use', of: 'amount', within: '7d' },
      });
      const [observed = new Map()] = await observedBy(engine(), all, [account], now);
      expectSame(observed, readAccount(all, account, { now: new Date(now) }).observations, all);
    });

    it('has instants before 1970, which are cut to the millisecond as those after it', async () => {
      const old = { ...account, since: '1969-12-31T23:59:59.999Z' };
      await engine().fill([old]);
      await engine().run({ text: `update accounts set since = since + interval '500 microseconds'`, values: [] });
      const since = modelOf({ m0: { kind: 'since' } });
      const [observed = new Map()] = await observedBy(engine(), since, [old], now);
      expect(observed.get('m0')?.value).to.equal(
        readAccount(since, old, { now: new Date(now) }).observations.get('m0')?.value,
      );
    });

    it('may hold a point of history twice: the tier before is the same in every engine', async () => {
      const point = (tier: string, score: number) => ({ at: ago(24), score, coverage: 1, tier, version: '1.0' });
      const tiers = [];
      for (const history of [
        [point('high', 55), point('low', 45)],
        [point('low', 45), point('high', 55)],
      ]) {
        await engine().fill([{ ...account, events: [use(1, 10), use(2, 10)], history }]);
        tiers.push((await scoredBy(engine(), model, now)).get('a0')?.report.tier);
      }
      expect(tiers).to.deep.equal(['high', 'high']);
    });
  }
});
