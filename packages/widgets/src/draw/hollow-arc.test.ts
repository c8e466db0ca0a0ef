import { expect } from 'chai';
import { hollowArc } from './hollow-arc.ts';

describe('hollowArc', () => {
  it('outlines the band up to a score, cut at the edges below it', () => {
    const pieces = hollowArc(60, 58, 48, 4.5, 62, [40, 70]).split(/(?<=Z)/);
    expect(pieces).to.have.length(2);
    for (const piece of pieces) expect(piece).to.match(/^M[\d. ]+A50\.25 50\.25 [^M]+L[\d. ]+A45\.75 45\.75 [^M]+Z$/);
  });

  it('is nothing at 0', () => {
    expect(hollowArc(60, 58, 48, 4.5, 0, [40, 70])).to.equal('');
  });
});
