import { expect } from 'chai';
import fc from 'fast-check';
import { account, model as anyModel, now } from '../fixtures/arbitraries.ts';
import { indexAccount } from '../measures/account-index.ts';
import { readMeasures } from '../measures/read-measures.ts';
import { parseModel } from '../model/define-model.ts';
import { measuresOf, resolveModel } from '../model/resolve-model.ts';
import { scoreAccount } from './score-account.ts';
import { createScorer } from './scorer.ts';

describe('createScorer', () => {
  it('gives to the last bit the score that scoreAccount gives, whatever is missing', () => {
    fc.assert(
      fc.property(anyModel, fc.array(account, { minLength: 1, maxLength: 4 }), (document, accounts) => {
        const model = parseModel(document);
        const resolved = resolveModel(model, []);
        const scorer = createScorer(resolved, now);
        for (const one of accounts) {
          const observations = readMeasures(measuresOf(model), indexAccount(one), now);
          const inOrder = scorer.measures.map((id) => observations.get(id));
          expect(scorer.score(inOrder)).to.equal(scoreAccount(resolved, observations, now).score);
        }
      }),
      { numRuns: 400 },
    );
  });
});
