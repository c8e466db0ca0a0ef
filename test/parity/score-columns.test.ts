import { type Model, parseModel, scoreAccount } from '@hale/core';
import { expect } from 'chai';
import fc from 'fast-check';
import { now } from '../../packages/core/src/fixtures/account-arbitraries.ts';
import { observation, scorables, segmented } from '../../packages/core/src/fixtures/score-arbitraries.ts';
import { plansIn, type Scorable, scoresStatement } from '../../packages/core/src/fixtures/scores-in-sql.ts';
import { onEveryEngine } from '../support/engines.ts';
import { assertForAll } from '../support/random.ts';
import { expectSameScore } from '../support/same-score.ts';

/** Whole scores from plain observations, with all that they are made of, in JavaScript and in an engine. */

onEveryEngine('scores', (subject) => {
  it('and all that they are made of equal those in JavaScript', async () => {
    const many = { minLength: 12, maxLength: 12 };
    const given = fc.array(fc.array(observation, { minLength: 17, maxLength: 17 }), many);
    await assertForAll([segmented, given], subject.runs(60), async (document, given) => {
      const model = parseModel(document);
      await expectSame(model, scorables(model, given));
    });
  });

  it('take members that hardly weigh anything for what they are to each other', async () => {
    for (const weight of [5e-324, 1e-40]) {
      const metric = (id: string, measure: string) => ({ kind: 'range', id, measure, worst: 0, best: 1e200, weight });
      const model = parseModel({
        id: 'light',
        version: '1',
        measures: { a: { kind: 'fact', name: 'a' }, b: { kind: 'fact', name: 'b' } },
        dimensions: ['weighted', 'veto', 'worst', 'best', 'points'].map((method) => ({
          id: method,
          method,
          weight: 1,
          metrics: [
            metric(`${method}-x`, 'a'),
            { kind: 'group', id: `${method}-inner`, weight, metrics: [metric(`${method}-z`, 'b')] },
          ],
        })),
        tiers: [],
        minimumCoverage: 0,
      });
      const values = [1e200, 5e-324, -1e308, null, 1e199];
      const given = values.map((value, place) => [
        { value, at: null },
        { value: values[(place + 1) % values.length] ?? null, at: null },
      ]);
      await expectSame(model, scorables(model, given));
    }
  });

  it('count points and weights that are hardly any as JavaScript does', async () => {
    const done = (id: string, points: number) => ({ kind: 'action', id, event: id, points });
    const range = (id: string, weight: number) => ({ kind: 'range', id, measure: 'a', worst: 0, best: 1, weight });
    const light = (id: string, method: string, metrics: object[]) => ({ id, method, weight: 1e-323, metrics });
    const model = parseModel({
      id: 'light',
      version: '1',
      measures: { a: { kind: 'fact', name: 'a' } },
      dimensions: [
        light('p', 'points', [done('x', 5e-324), done('y', 1e-323)]),
        { ...light('w', 'weighted', [range('v', 5e-324), range('u', 1e-323)]), weight: 5e-324 },
      ],
      tiers: [],
      minimumCoverage: 0,
    });
    const values = [1, 0, null, -1];
    const one = (value: number | null | undefined) => ({ value: value ?? null, at: null });
    const given = values.flatMap((x) => values.map((y) => [one(x), one(y), one(1)]));
    await expectSame(model, scorables(model, given));
  });

  async function expectSame(model: Model, all: readonly Scorable[]): Promise<void> {
    const plans = plansIn(model);
    const { statement, scores } = scoresStatement({ model, plans, dialect: subject.engine.dialect, now }, all);
    const rows = await subject.engine.run(statement);
    expect(rows).to.have.length(all.length);
    for (const [place, { plan, observations }] of all.entries()) {
      const resolved = plans[plan] as (typeof plans)[number];
      const found = scores.accountScoreOf(rows[place] ?? {}, resolved, observations);
      expectSameScore(found, scoreAccount(resolved, observations, now), `row ${place}`);
      // Drivers give numbers as text too, where they cannot tell what a number may hold.
      expect(scores.accountScoreOf(asText(rows[place] ?? {}), resolved, observations)).to.deep.equal(found);
    }
  }
});

const asText = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value === null ? null : String(value)]));
