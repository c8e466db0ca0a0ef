import { expect } from 'chai';
import fc from 'fast-check';
import { metric, metricOf, type Unnamed } from '../fixtures/metric-arbitraries.ts';
import { modelOfMetric } from '../fixtures/model-of-metric.ts';
import { metricsOf } from '../model/dimension.ts';
import { sayValue } from '../report/say.ts';
import { kindOf, type Metric, metricKinds } from './kinds.ts';

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -60, max: 110, noNaN: true }),
  fc.integer({ min: -30, max: 60 }),
  fc.constantFrom(0, -0, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE),
);
const named = (unnamed: Unnamed): Metric => ({ ...unnamed, id: 'x' }) as Metric;

describe('the registry of metrics', () => {
  it('has no kind that the property tests do not try', () => {
    const tried = new Set(fc.sample(metric, { numRuns: 1000, seed: 1 }).map(({ kind }) => kind));
    expect([...tried].sort()).to.deep.equal(metricKinds.toSorted());
  });

  for (const kind of metricKinds) {
    describe(kind, () => {
      const own = (metricOf[kind] as fc.Arbitrary<Unnamed>).map(named);
      const all = (check: (metric: Metric, one: number, other: number) => void) =>
        fc.assert(fc.property(own, value, value, check), { numRuns: 300 });

      it('is taken by a model', () => {
        fc.assert(
          fc.property(own, (metric) => {
            const measure = { weight: 1, ...('measure' in metric ? { measure: 'm' } : {}) };
            expect(metricsOf(modelOfMetric({ ...metric, ...measure }).dimensions)).to.have.length(1);
          }),
        );
      });

      it('scores every finite value 0–100, or says that it does not apply', () => {
        all((metric, one) => {
          const score = kindOf(metric).score(metric, one);
          if (score !== null) expect(score).to.be.within(0, 100);
        });
      });

      it('goes the way it says, in score and in points', () => {
        all((metric, one, other) => {
          const { rises, score, points } = kindOf(metric);
          const way = rises(metric);
          if (way === 'neither') return;
          const [less, more] = one < other === (way === 'up') ? [one, other] : [other, one];
          const [low, high] = [score(metric, less), score(metric, more)];
          // Dividing rounds: between two values that differ by next to nothing the last bit may go the other way.
          if (low !== null && high !== null) expect(low).to.be.at.most(high + 1e-9);
          if (points) expect(points(metric, less)).to.be.at.most(points(metric, more));
        });
      });

      it('explains itself in less than 300 characters, whatever it is made of', () => {
        all((metric) => {
          for (const unit of ['number', 'percent', 'days'] as const) {
            const clause = kindOf(metric).explain(metric, (edge) => sayValue(edge, unit));
            expect(clause).to.match(/^.{1,299}$/);
            expect(clause).not.to.match(/undefined|NaN|null/);
          }
        });
      });

      it('keeps its bounds in order, with 0 between them: what does nothing gives nothing', () => {
        all((metric) => {
          const [least, most] = kindOf(metric).bounds?.(metric) ?? [0, 1];
          expect(least).to.be.at.most(0);
          expect(most).to.be.at.least(0);
        });
      });
    });
  }
});
