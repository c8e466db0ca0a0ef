import { expect } from 'chai';
import { refusals } from '../fixtures/refuses.ts';
import { mustBeConfidence, normalReach, normalTail } from './normal.ts';

describe('the normal distribution', () => {
  // scipy.stats.norm.sf
  const tails: [number, number][] = [
    [0, 0.5],
    [0.1, 0.460172162722971],
    [1, 0.15865525393145707],
    [2.49, 0.006387154764943171],
    [2.5, 0.006209665325776132],
    [3, 0.0013498980316300933],
    [8, 6.22096057427174e-16],
    [30, 4.906713927147908e-198],
    [-1, 0.8413447460685429],
  ];

  for (const [z, tail] of tails) {
    it(`has the share above ${z} to twelve figures`, () => {
      expect(normalTail(z) / tail).to.be.closeTo(1, 1e-12);
    });
  }

  it('reaches as far as SciPy says for a confidence', () => {
    expect(normalReach(0.95)).to.be.closeTo(1.959963984540054, 1e-13);
    expect(normalReach(0.5)).to.be.closeTo(0.6744897501960817, 1e-13);
    expect(normalReach(0.999999)).to.be.closeTo(4.89163847571478, 1e-9);
  });

  it('takes no confidence that is none', () => {
    for (const none of [0, 1, 95, Number.NaN]) {
      expect(refusals(() => mustBeConfidence(none))).to.deep.equal([
        `confidence must be a number above 0 and at most 0.999999, such as 0.95; given ${none}.`,
      ]);
    }
  });
});
