import { expect } from 'chai';
import { read } from '../fixtures/read.ts';

describe('difference', () => {
  const measures = {
    bought: { kind: 'fact', name: 'bought' },
    used: { kind: 'fact', name: 'used' },
    m: { kind: 'difference', of: 'bought', less: 'used' },
  } as const;

  it('is one less the other, as old as the older, and shows both', () => {
    const old = '2026-01-01T00:00:00.000Z';
    expect(read(measures, { facts: { bought: { value: 60, at: old }, used: 41 } }).m).to.deep.equal({
      value: 19,
      at: Date.parse(old),
      parts: { of: 60, less: 41 },
    });
    expect(read(measures, { facts: { bought: 5, used: 8 } }).m?.value).to.equal(-3);
  });

  it('is missing where either is, or where it overflows', () => {
    for (const facts of [{ bought: 1 }, { used: 1 }, {}, { bought: 1e308, used: -1e308 }]) {
      expect(read(measures, { facts }).m).to.deep.equal({ value: null, at: null });
    }
  });
});
