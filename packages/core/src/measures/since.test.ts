import { expect } from 'chai';
import { refusedMeasures } from '../fixtures/measuring.ts';
import { read } from '../fixtures/read.ts';

const sinceReview = { m: { kind: 'since', fact: 'review' } } as const;

describe('since a fact', () => {
  const days = (review: unknown) => read(sinceReview, { facts: { review } }).m;

  it('is days since the date it holds, as old as the fact', () => {
    expect(days('2026-11-04')).to.deep.equal({ value: 10 + 9 / 24, at: null });
    expect(days({ value: '2026-11-14T09:00Z', at: '2026-11-01T00:00:00.000Z' })).to.deep.equal({
      value: 0,
      at: Date.parse('2026-11-01T00:00:00.000Z'),
    });
  });

  it('is missing for a date to come, and for what is no date', () => {
    for (const review of ['2026-11-15', '2026-11-14T09:00:00.001Z', 'last week', null, 20261104]) {
      expect(days(review)?.value, String(review)).to.equal(null);
    }
  });

  it('is refused beside an event, and a condition without one', () => {
    expect(refusedMeasures({ m: { kind: 'since', event: 'use', fact: 'review' } })).to.deep.equal([
      'measures.m must count from an event or from a fact, not from both: remove event or fact.',
    ]);
    expect(refusedMeasures({ m: { kind: 'since', where: { key: true } } })).to.deep.equal([
      'measures.m.where tells events apart and there is no event: add event, or remove where.',
    ]);
  });
});
