import { expect } from 'chai';
import fc from 'fast-check';
import { defaultTiers, type GivenReport, readScore, tierAt } from './score-reading.ts';

describe('readScore', () => {
  it('reads nothing from nothing: all null, on the usual scale', () => {
    expect(readScore({})).to.deep.equal({
      name: null,
      asOf: null,
      score: null,
      tier: null,
      tiers: defaultTiers,
      coverage: null,
      minimumCoverage: null,
      reason: null,
      change: null,
      days: 28,
      earlier: null,
      override: null,
    });
  });

  it('takes the tier a report names, be it held there by hysteresis', () => {
    expect(readScore({ score: 69, tier: 'healthy' }).tier?.id).to.equal('healthy');
    expect(readScore({ score: 69, tier: 'Healthy' }).tier?.id).to.equal('healthy');
    expect(readScore({ score: 69, tier: 'gone' }).tier?.id).to.equal('watch');
  });

  it('works out the earlier score from the change, on the scale only', () => {
    expect(readScore({ score: 62, trend: { change: -12 } }).earlier).to.equal(74);
    expect(readScore({ score: 62, trend: { change: 80 } }).earlier).to.equal(null);
    expect(readScore({ score: 62, trend: { change: -12, earlier: { score: 75 } } }).earlier).to.equal(75);
  });

  it('tells the change of what the model says, where a person has set the score', () => {
    const override = { score: 20, computed: { score: 61.6, tier: 'watch' } };
    const set = readScore({ score: 20, override, trend: { change: 1.2, earlier: { score: 60.4 } } } as GivenReport);
    expect(set).to.include({ score: 20, change: 2, earlier: 60.4 });
    expect(readScore({ score: 20, override, trend: { change: 1.6 } } as GivenReport).earlier).to.equal(60);
  });

  it('gives a tier whose tone is none of those the tone of its place, and its own name', () => {
    const read = (...given: readonly object[]) =>
      readScore({ score: 20, tiers: given.map((one, i) => ({ label: `${i}`, ...one })) } as GivenReport);
    const own = read({ from: 0, tone: 'critical' }, { from: 40, tone: 'watch' }, { from: 70, tone: 'healthy' });
    expect(own.tier).to.include({ label: '0', tone: 'at-risk' });
    expect(own.tiers.map(({ from }) => from)).to.deep.equal([0, 40, 70]);
    const tones = (...from: number[]) => read(...from.map((from) => ({ from }))).tiers.map(({ tone }) => tone);
    expect(tones(0, 80, 50)).to.deep.equal(['at-risk', 'watch', 'healthy']);
    expect(tones(0, 50)).to.deep.equal(['at-risk', 'healthy']);
    expect(tones(0, 25, 50, 75)).to.deep.equal(['at-risk', 'watch', 'healthy', 'thriving']);
    expect(tones(0)).to.deep.equal(['healthy']);
  });

  it('sorts the tiers and leaves out those it cannot draw', () => {
    const tiers = [
      { id: 'b', label: 'B', from: 50, tone: 'healthy' },
      { id: 'x', tone: 'watch' },
      null,
      { id: 'a', from: 0, tone: 'watch' },
    ];
    // As a page might hand them over.
    expect(readScore({ tiers } as GivenReport).tiers.map(({ label, from }) => [label, from])).to.deep.equal([
      ['a', 0],
      ['B', 50],
    ]);
  });

  it('never throws and never invents a number, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('score', 'tiers', 'trend', 'coverage', 'account', 'asOf'), fc.anything()),
        (given) => {
          const { score, coverage, tiers } = readScore(given as GivenReport);
          expect(score === null || score === (given.score as unknown)).to.equal(true);
          expect(coverage === null || (coverage >= 0 && coverage <= 1)).to.equal(true);
          expect(tiers.length).to.be.above(0);
        },
      ),
    );
  });
});

describe('tierAt', () => {
  it('gives a tier its lower bound, and the last one its upper', () => {
    const at = (score: number) => tierAt(defaultTiers, score).id;
    expect([0, 39.999, 40, 69.999, 70, 100].map(at)).to.deep.equal([
      'at-risk',
      'at-risk',
      'watch',
      'watch',
      'healthy',
      'healthy',
    ]);
  });
});
