import { expect } from 'chai';
import fc from 'fast-check';
import { edges, notched, position, tierStretches } from './scale.ts';

const tiers = [{ from: 0 }, { from: 40 }, { from: 70 }];
const anyTiers = fc.array(fc.record({ from: fc.double({ min: 0, max: 100, noNaN: true }) }), { maxLength: 12 });
const px = fc.double({ min: -2000, max: 2000, noNaN: true });
const rising = (numbers: number[]) => numbers.sort((a, b) => a - b);

describe('scale', () => {
  it('puts 0 and 100 at its ends and keeps scores beyond them there', () => {
    const at = position(218, 18);
    expect([at(0), at(40), at(70), at(100), at(-5), at(140)]).to.deep.equal([218, 138, 78, 18, 218, 18]);
  });

  it('stands up as an axis with 3 px notches where tiers begin', () => {
    expect(tierStretches(tiers, 218, 18).map(({ start, end }) => [start, end])).to.deep.equal([
      [218, 139.5],
      [136.5, 79.5],
      [76.5, 18],
    ]);
  });

  it('draws tiers worst first however they are given, and none for none', () => {
    const mixed = [{ from: 70 }, { from: 0 }, { from: 40 }];
    expect(tierStretches(mixed, 0, 100).map((s) => s.tier.from)).to.deep.equal([0, 40, 70]);
    expect(tierStretches([], 0, 100)).to.deep.equal([]);
    expect(edges(mixed)).to.deep.equal([40, 70]);
  });

  it('cuts a length at its notches, and only there', () => {
    expect(notched(1, 59, [40, 70])).to.deep.equal([
      { start: 1, end: 38.5 },
      { start: 41.5, end: 59 },
    ]);
    expect(notched(59, 100, [40, 70])).to.deep.equal([
      { start: 59, end: 68.5 },
      { start: 71.5, end: 100 },
    ]);
    expect(notched(5, 5, [40])).to.deep.equal([]);
  });

  it('never overlaps, reverses or leaves the length', () => {
    fc.assert(
      fc.property(px, px, fc.array(px, { maxLength: 12 }), (start, end, cuts) => {
        let last = start;
        for (const stretch of notched(start, end, rising(cuts))) {
          expect(stretch.start).to.be.at.least(last);
          expect(stretch.end).to.be.above(stretch.start);
          expect(stretch.end).to.be.at.most(end);
          last = stretch.end;
        }
      }),
    );
  });

  it('gives every tier a stretch in order, or none when it is too thin', () => {
    fc.assert(
      fc.property(anyTiers, (given) => {
        const drawn = tierStretches(given, 200, 0);
        expect(drawn.length).to.be.at.most(given.length);
        drawn.forEach((s, i) => {
          expect(s.start).to.be.above(s.end);
          expect(Number.isFinite(s.start) && Number.isFinite(s.end)).to.equal(true);
          const before = drawn[i - 1];
          if (before) expect(before.tier.from).to.be.at.most(s.tier.from);
        });
      }),
    );
  });
});
