import { expect } from 'chai';
import fc from 'fast-check';
import { backoff, readRetryAfter, tries } from './backoff.ts';

const now = Date.parse('2026-11-14T09:00:00Z');

describe('backoff', () => {
  it('doubles its ceiling from 1 s up to 2 min', () => {
    const ceilings = Array.from({ length: tries }, (_, attempt) => backoff(attempt, () => 1));
    expect(ceilings).to.deep.equal([1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 120_000]);
  });

  it('leaves it to the reader after eight tries', () => {
    expect(backoff(tries, () => 0)).to.equal(null);
  });

  it('is anywhere below the ceiling, and never before Retry-After', () => {
    const attempt = fc.integer({ min: 0, max: tries - 1 });
    const asked = fc.option(fc.integer({ min: 0, max: 3_600_000 }));
    fc.assert(
      fc.property(attempt, fc.double({ min: 0, max: 1, noNaN: true }), asked, (tried, random, retryAfter) => {
        const wait = backoff(tried, () => random, retryAfter) ?? -1;
        expect(wait).to.be.at.least(retryAfter ?? 0);
        expect(wait).to.be.at.most(retryAfter === null ? 120_000 : retryAfter + 1000);
      }),
    );
  });

  it('does not wait for more than an hour', () => {
    expect(backoff(0, () => 0, 3_600_001)).to.equal(null);
  });
});

describe('readRetryAfter', () => {
  it('reads seconds and dates', () => {
    expect(readRetryAfter('120', now)).to.equal(120_000);
    expect(readRetryAfter('Sat, 14 Nov 2026 09:00:30 GMT', now)).to.equal(30_000);
  });

  it('takes a date that has passed for now', () => {
    expect(readRetryAfter('Sat, 14 Nov 2026 08:00:00 GMT', now)).to.equal(0);
  });

  it('is null for none and for what it cannot read', () => {
    for (const header of [null, 'soon', 'Soon', '-5', '1.5']) expect(readRetryAfter(header, now)).to.equal(null);
  });
});
