import { parseModel, scoreAccount } from '@hale/core';
import { expect } from 'chai';
import fc from 'fast-check';
import { now } from '../../packages/core/src/fixtures/account-arbitraries.ts';
import { observation, scorables, segmented } from '../../packages/core/src/fixtures/score-arbitraries.ts';
import { plansIn, scoresStatement } from '../../packages/core/src/fixtures/scores-in-sql.ts';
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
      const plans = plansIn(model);
      const all = scorables(model, given);
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
    });
  });
});

const asText = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value === null ? null : String(value)]));
