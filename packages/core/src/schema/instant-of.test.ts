import { expect } from 'chai';
import { refusals } from '../fixtures/refuses.ts';
import { instantOf } from './instant-of.ts';

describe('instantOf', () => {
  it('takes a Date and an instant in UTC', () => {
    const ms = Date.UTC(2026, 10, 14, 9);
    for (const now of [new Date(ms), '2026-11-14T09:00:00.000Z', '2026-11-14T09:00:00Z', '2026-11-14T09:00Z']) {
      expect(instantOf(now)).to.equal(ms);
    }
  });

  it('refuses a day that there is not, which engines read each in their own way', () => {
    for (const now of ['2026-02-30T00:00:00Z', '2026-02-28T24:00:00Z', '2026-11-14', 'now', new Date(Number.NaN)]) {
      expect(refusals(() => instantOf(now))[0]).to.match(/^now must be a Date or an instant such as/);
    }
  });

  it('refuses a year that an instant cannot be written in', () => {
    for (const now of [new Date(Date.UTC(10_000, 0)), new Date(-1e14)]) {
      expect(refusals(() => instantOf(now))).to.have.length(1);
    }
    expect(instantOf(new Date(Date.UTC(9999, 11, 31)))).to.equal(Date.UTC(9999, 11, 31));
  });
});
