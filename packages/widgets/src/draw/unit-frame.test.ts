import { expect } from 'chai';
import fc from 'fast-check';
import { axisEnd, unitFrame } from './unit-frame.ts';

describe('a plot of two shares', () => {
  it('puts none at the corner and all at the far ends', () => {
    const { x, y, left, right, top, bottom } = unitFrame(320);
    expect([x(0), x(1), y(0), y(1)]).to.deep.equal([left, right, bottom, top]);
    expect(unitFrame(320, 0.4).x(0.2)).to.equal((left + right) / 2);
  });

  it('keeps every share, however wrong, inside of it', () => {
    const shares = fc.double({ noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 120, max: 1200 }), shares, (width, share) => {
        const { x, y, left, right, top, bottom, height } = unitFrame(width, 0.3);
        expect(x(share)).to.be.within(left, right);
        expect(y(share)).to.be.within(top, bottom);
        expect(height).to.be.at.most(240);
      }),
    );
  });

  it('ends an axis at the tenth that holds all there is', () => {
    expect([0, 0.2, 0.21, 0.3, 0.30000000000000004, 0.97, 1].map(axisEnd)).to.deep.equal([
      0.2, 0.2, 0.3, 0.3, 0.3, 1, 1,
    ]);
  });
});
