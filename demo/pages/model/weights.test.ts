import { type Model, reportFromReading } from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { lifecycle } from '@hale/core/presets/lifecycle';
import { expect } from 'chai';
import { type Customer, cohortsOf, scoreAll } from './portfolio.ts';
import { weightSets, withWeights } from './weights.ts';

const now = Date.parse('2026-11-14T09:00:00Z');

/** Customers of every size and age, of whom everything is observed. */
function customersUnder(model: Model): Customer[] {
  return Array.from({ length: 12 }, (_, place) => ({
    id: `c-${place}`,
    name: `Customer ${place}`,
    observations: new Map(
      Object.keys(model.measures).map((id, n) => [
        id,
        {
          value: id === 'tenure' ? place * 60 : id === 'daysToRenewal' ? 20 * place : ((place * 7 + n * 3) % 10) / 10,
          at: now,
        },
      ]),
    ),
    facts: new Map([['employees', { value: place * 200 + 50, at: null }]]),
  }));
}

for (const model of [b2bSaas, lifecycle]) {
  describe(`the weights of ${model.id}`, () => {
    const customers = customersUnder(model);
    const cohorts = cohortsOf(model, customers);

    it('are each there once, and all that any customer is scored by', () => {
      const ids = weightSets(model, cohorts).flatMap(({ weights }) => weights.map(({ id }) => id));
      const used = cohorts.flatMap(({ resolved }) =>
        resolved.dimensions.flatMap(({ id, weight }) => (weight ? id : [])),
      );
      expect(ids.toSorted()).to.deep.equal([...new Set(used)].toSorted());
    });

    it('score in the list as in a report by the model with the same weights', () => {
      const ids = weightSets(model, cohorts).flatMap(({ weights }) => weights.map(({ id }) => id));
      const factors = new Map(ids.map((id, place) => [id, [1, 0.4, 1.7][place % 3] ?? 1]));
      const tuned = withWeights(model, factors);
      const standings = scoreAll(cohorts, customers, factors, now);
      for (const [place, customer] of customers.entries()) {
        const reading = { ...customer, activity: null, history: [], overrides: [] };
        const { score } = reportFromReading(tuned, reading, { now: new Date(now) });
        expect(standings[place]?.score, customer.id).to.equal(score);
      }
      expect(new Set(standings.map(({ score }) => score)).size).to.be.above(6);
    });

    it('make a draft of the next version, and nothing new where none is moved', () => {
      expect(withWeights(model, new Map([[model.dimensions[0]?.id ?? '', 1]]))).to.equal(model);
      const [major, minor] = model.version.split('.');
      const draft = withWeights(model, new Map([[model.dimensions[0]?.id ?? '', 0.5]]));
      expect(draft.version).to.equal(`${major}.${Number(minor) + 1}.0`);
      expect(draft.dimensions[0]?.weight).to.equal((model.dimensions[0]?.weight ?? 0) / 2);
    });
  });
}
