import { expect } from 'chai';
import { dotMarks } from './dot-marks.ts';

const at = (count: number | null, isKey = false) => [{ x: 10, y: 20, count, isKey }];

describe('dot marks', () => {
  it('draws a key feature square, anything else round, nothing as a speck, no data as a dash', () => {
    expect(dotMarks(at(3, true))).to.deep.equal({
      key: 'M8.02 18.02h3.96v3.96h-3.96z',
      other: '',
      rest: '',
      missing: '',
    });
    expect(dotMarks(at(20)).other).to.equal('M5.6 20a4.4 4.4 0 1 0 8.8 0a4.4 4.4 0 1 0 -8.8 0');
    expect(dotMarks(at(0, true)).rest).to.match(/^M9\.2 20a0\.8/);
    expect(dotMarks(at(null)).missing).to.equal('M6 20h8');
  });

  it('joins the dots of one look, and draws none for none', () => {
    expect(dotMarks([...at(1), ...at(1)]).other.match(/M/g)).to.have.length(2);
    expect(Object.values(dotMarks([])).join('')).to.equal('');
  });
});
