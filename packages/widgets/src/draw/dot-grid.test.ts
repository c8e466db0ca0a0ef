import { expect } from 'chai';
import fc from 'fast-check';
import { dotColumns, dotStep, halves, radii, tailOf } from './dot-grid.ts';

describe('dot grid', () => {
  it('steps at 1, 5 and 15 actions, each bound belonging to the step it opens', () => {
    expect([0, 1, 4, 5, 14, 15, 9000].map(dotStep)).to.deep.equal([0, 1, 1, 2, 2, 3, 3]);
  });

  it('gives squares the area of discs', () => {
    radii.forEach((r, i) => {
      const side = 2 * (halves[i] ?? 0);
      expect((side * side) / (Math.PI * r * r)).to.be.within(0.95, 1.08);
    });
  });

  it('shows whole weeks, the latest ones, as many as the width allows', () => {
    const four = dotColumns(28, 0, 420);
    expect(four.weeks.map((w) => w.day)).to.deep.equal([0, 7, 14, 21]);
    const two = dotColumns(28, 0, 140);
    expect(two.weeks.map((w) => w.day)).to.deep.equal([14, 21]);
    expect(two.xs).to.have.length(14);
    expect(dotColumns(28, 0, 70).weeks.map((w) => w.day)).to.deep.equal([21]);
  });

  it('needs no room for days that are still to come', () => {
    expect(dotColumns(26, 0, 119).weeks).to.have.length(2);
    expect(dotColumns(28, 0, 119).weeks).to.have.length(1);
    expect(tailOf(26, 0)).to.equal(5);
    expect(tailOf(7, 0)).to.equal(7);
    expect(tailOf(1, 6)).to.equal(7);
  });

  it('begins a week on Monday wherever the days begin', () => {
    const columns = dotColumns(10, 3, 400);
    expect(columns.weeks.map((w) => w.day)).to.deep.equal([0, 4]);
    const [thursday = 0, , , , monday = 0] = columns.xs;
    expect(monday - thursday).to.be.closeTo(4 * columns.pitch + 7, 1e-9);
  });

  it('never stretches beyond 16 px a day nor squeezes dots into one another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 366 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 2000 }),
        (days, weekday, width) => {
          const { xs, pitch, from, width: used } = dotColumns(days, weekday, width);
          expect(pitch).to.be.within(9.3, 16);
          expect(xs.length).to.equal(days - from);
          if (width >= 66) expect(used).to.be.at.most(width + 1e-9);
          xs.forEach((x, i) => {
            expect(x).to.be.within(0, used);
            const before = xs[i - 1];
            if (before !== undefined) expect(x - before).to.be.at.least(9.3 - 1e-9);
          });
        },
      ),
    );
  });
});
