import { expect } from 'chai';
import fc from 'fast-check';
import { account, model as anyModel, now } from '../fixtures/arbitraries.ts';
import { indexAccount } from '../measures/account-index.ts';
import { readMeasures } from '../measures/read-measures.ts';
import { kindOf } from '../metrics/kinds.ts';
import { measureIdOf } from '../metrics/own-measures.ts';
import { parseModel } from '../model/define-model.ts';
import { metricsOf } from '../model/dimension.ts';
import { measuresOf, resolveModel } from '../model/resolve-model.ts';
import { scoreAccount } from './score-account.ts';

describe('scoreAccount', () => {
  it('never falls as a value rises that every metric reading it says is better higher, and the other way round', () => {
    let compared = 0;
    const property = fc.property(
      anyModel,
      account,
      fc.nat(),
      fc.double({ min: 0, max: 100, noNaN: true }),
      (document, given, pick, by) => {
        const model = parseModel({ ...document, minimumCoverage: 0 });
        const resolved = resolveModel(model, []);
        const observations = readMeasures(measuresOf(model), indexAccount(given), now);
        const metrics = metricsOf(resolved.dimensions);
        const asked = [...new Set(metrics.map(measureIdOf))];
        const id = asked[pick % asked.length] as string;
        const ways = new Set(
          metrics.filter((metric) => measureIdOf(metric) === id).map((metric) => kindOf(metric).rises(metric)),
        );
        const observation = observations.get(id);
        const value = observation?.value ?? null;
        if (ways.size !== 1 || ways.has('neither') || value === null || !observation) return;
        const higher = new Map(observations).set(id, { ...observation, value: value + by });
        const [before, after] = [observations, higher].map((seen) => scoreAccount(resolved, seen, now));
        const statuses = [before, after].map((scored) => scored?.contributions.map(({ status }) => status).join());
        // A metric that does not apply any more asks for no weight: another question, and not a better answer.
        if (statuses[0] !== statuses[1] || before?.score == null || after?.score == null) return;
        compared++;
        if (ways.has('up')) expect(after.score).to.be.at.least(before.score - 1e-9);
        else expect(after.score).to.be.at.most(before.score + 1e-9);
      },
    );
    // Few of them can be compared: a brief run in a browser may find none.
    for (let runs = 0; runs < 40 && compared === 0; runs++) fc.assert(property, { numRuns: 600 });
    expect(compared).to.be.greaterThan(0);
  });
});
