import { expect } from 'chai';
import { firstFree, overlap, textBox } from './place.ts';

const bounds = { left: 0, top: 0, right: 100, bottom: 100 };

describe('label placement', () => {
  it('sets text by its start, middle or end', () => {
    expect(textBox(50, 40, 20, 'start')).to.deep.equal({ left: 50, right: 70, top: 30, bottom: 43 });
    expect(textBox(50, 40, 20, 'middle')).to.include({ left: 40, right: 60 });
    expect(textBox(50, 40, 20, 'end')).to.include({ left: 30, right: 50 });
  });

  it('does not call touching boxes overlapping', () => {
    expect(overlap(textBox(0, 40, 20, 'start'), textBox(20, 40, 20, 'start'))).to.equal(false);
    expect(overlap(textBox(0, 40, 20, 'start'), textBox(19, 40, 20, 'start'))).to.equal(true);
  });

  it('takes the first place that is free and inside, or none', () => {
    const candidates = [-5, 10, 50].map((x) => ({ x, box: textBox(x, 40, 30, 'start') }));
    expect(firstFree(candidates, [], bounds)?.x).to.equal(10);
    expect(firstFree(candidates, [textBox(15, 45, 20, 'start')], bounds)?.x).to.equal(50);
    expect(firstFree(candidates, [bounds], bounds)).to.equal(null);
  });
});
