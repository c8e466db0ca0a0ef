import { expect } from 'chai';
import { severityBars } from './severity.ts';

describe('severity bars', () => {
  it('are three, rising, with one, two or three of them on', () => {
    const on = (severity: 'low' | 'medium' | 'high' | null) => severityBars(severity).map((bar) => bar.on);
    expect(on(null)).to.deep.equal([false, false, false]);
    expect(on('low')).to.deep.equal([true, false, false]);
    expect(on('medium')).to.deep.equal([true, true, false]);
    expect(on('high')).to.deep.equal([true, true, true]);
    expect(severityBars('high').map((bar) => [bar.height, bar.y + bar.height])).to.deep.equal([
      [4, 11],
      [7, 11],
      [10, 11],
    ]);
  });
});
