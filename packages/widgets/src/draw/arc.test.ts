import { expect } from 'chai';
import fc from 'fast-check';
import { arc } from './arc.ts';

const score = fc.double({ min: 0, max: 100, noNaN: true });

describe('arc', () => {
  it('runs from lower left over the top to lower right', () => {
    const dial = arc(150, 138, 112);
    expect(dial.path(0, 100)).to.equal('M53.01 194A112 112 0 1 1 246.99 194');
    expect(dial.point(50)).to.deep.equal({ x: 150, y: 26 });
  });

  it('is cut 3 px wide where tiers begin', () => {
    const dial = arc(150, 138, 112);
    expect(dial.pieces(0, 62, [40, 70])).to.equal(
      'M53.01 194A112 112 0 0 1 103.08 36.3M105.82 35.08A112 112 0 0 1 203.96 39.85',
    );
    expect(dial.pieces(62, 100, [40, 70])).to.equal(
      'M203.96 39.85A112 112 0 0 1 232.22 61.95M234.23 64.18A112 112 0 0 1 246.99 194',
    );
  });

  it('crosses the arc with a needle along its radius', () => {
    expect(arc(150, 138, 112).across(50, 8)).to.equal('M150 34L150 18');
  });

  it('draws nothing between equal scores', () => {
    expect(arc(60, 58, 48).pieces(0, 0, [40])).to.equal('');
  });

  it('keeps every place on the circle and turns with the score', () => {
    const dial = arc(0, 0, 50);
    fc.assert(
      fc.property(score, score, (a, b) => {
        const p = dial.point(a);
        expect(Math.hypot(p.x, p.y)).to.be.closeTo(50, 1e-9);
        const turn = (q: { x: number; y: number }) => Math.atan2(q.x, -q.y);
        if (a + 1e-6 < b) expect(turn(p)).to.be.below(turn(dial.point(b)));
        expect(dial.path(a, b)).not.to.match(/NaN|Infinity/);
      }),
    );
  });
});
