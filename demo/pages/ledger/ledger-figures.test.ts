import { expect } from 'chai';
import fc from 'fast-check';
import { averlund } from '../../../test/support/averlund.ts';
import { inTenths, ledgerOf } from './ledger-figures.ts';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('figures in tenths', () => {
  it('add up to the rounded sum, each within a tenth of its number', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 40 }), (values) => {
        const tenths = inTenths(values);
        expect(total(tenths)).to.equal(Math.round(total(values) * 10));
        for (const [index, value] of values.entries())
          expect(Math.abs((tenths[index] ?? 0) - value * 10)).to.be.below(1.001);
      }),
    );
  });

  it('gives what rounding leaves to the largest remainders', () => {
    expect(inTenths([0.04, 0.17, 0.19])).to.deep.equal([0, 2, 2]);
  });
});

describe('the ledger of a score', () => {
  it('adds up: metrics to dimensions, dimensions to the score', () => {
    const { groups, points, of } = ledgerOf(averlund);
    expect(points).to.equal(620);
    expect(of).to.equal(1000);
    expect(total(groups.map((group) => group.points ?? 0))).to.equal(620);
    for (const group of groups) expect(total(group.lines.map((line) => line.points ?? 0))).to.equal(group.points);
  });

  it('parts what was observed from how it counts', () => {
    const [first] = averlund.contributions;
    const sentence = 'Seats in use: 68.3% (41 of 60) scores 80.4 of 100; 0 at 0%, 100 at 85%.';
    const report = { ...averlund, contributions: first ? [{ ...first, sentence }] : [] };
    const line = ledgerOf(report).groups[0]?.lines[0];
    expect(line).to.include({
      label: 'Seats in use',
      words: '68.3% (41 of 60)',
      how: '80.4 of 100; 0 at 0%, 100 at 85%',
    });
  });

  it('lists what was set by hand beside what the metrics gave, and still adds up', () => {
    const [first] = averlund.contributions;
    if (!first) throw new Error('the report has contributions');
    const set = {
      ...first,
      id: ':override',
      role: 'override' as const,
      dimension: null,
      label: 'Set by hand',
      points: -20,
      effectiveWeight: 0,
      sentence: 'Set by Mira: Sponsor left.',
    };
    const { groups, points } = ledgerOf({ ...averlund, score: 42, contributions: [...averlund.contributions, set] });
    expect(points).to.equal(420);
    expect(total(groups.map((group) => group.points ?? 0))).to.equal(420);
    expect(groups.at(-1)?.lines).to.deep.include({
      label: 'Set by hand',
      words: 'by Mira: Sponsor left',
      how: null,
      points: -200,
      of: 0,
      isMissing: false,
    });
  });

  it('counts what a group begins with into the most it can give, up to its share of the scale', () => {
    const [first] = averlund.contributions;
    const [dimension] = averlund.dimensions;
    if (!first || !dimension) throw new Error('the report has contributions');
    const add = (id: string, points: number, most: number) => ({ ...first, id, points, most, effectiveWeight: 0.2 });
    const start = { ...first, id: ':start', role: 'start' as const, points: 8, effectiveWeight: 0 };
    const own = [add('a', 18, 18), add('b', 10, 10), start];
    const ledgerWith = (share: number) =>
      ledgerOf({
        score: 36,
        contributions: own.map((one) => ({ ...one, dimension: dimension.id })),
        dimensions: [{ ...dimension, score: 36 / share, points: 36 }],
      }).groups[0];
    expect(ledgerWith(0.4)).to.include({ points: 360, of: 360 });
    expect(ledgerWith(0.4)?.lines.at(-1)).to.include({ points: 80, of: 80 });
    // More could be added than there is room for.
    expect(ledgerWith(0.3601)).to.include({ points: 360, of: 360 });
    const full = { ...start, points: 12 };
    own.push({ ...full, id: ':more' });
    expect(ledgerWith(0.4)).to.include({ of: 400 });
  });

  it('has no points without a score, and shows the weights of the model', () => {
    const contributions = averlund.contributions.map((metric) => ({ ...metric, points: null, effectiveWeight: 0 }));
    const { points, of, groups } = ledgerOf({ ...averlund, score: null, contributions });
    expect(points).to.equal(null);
    expect(groups.every((group) => group.points === null)).to.equal(true);
    expect(of).to.be.above(0);
  });
});
