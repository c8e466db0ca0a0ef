import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../fixtures/refuses.ts';
import { dueReviews } from './review-calendar.ts';

const now = '2026-11-14T09:00:00.000Z';
const sentences = (last: object, at = now, model: Parameters<typeof dueReviews>[0] = {}) =>
  dueReviews(model, { now: at, last }).map(({ sentence }) => sentence);

describe('dueReviews', () => {
  it('says what is due, since when, and what is next, at the cadence of the field', () => {
    const last = { weights: '2026-10-01', accuracy: '2026-09-01', metrics: '2025-01-31' };
    expect(sentences(last)).to.deep.equal([
      'Weights and thresholds: due since 2026-11-01 (monthly by default, last on 2026-10-01).',
      'Accuracy against outcomes: next on 2026-12-01 (quarterly by default, last on 2026-09-01).',
      'The choice of metrics: due since 2025-07-31 (semiannually by default, last on 2025-01-31).',
      'The model as a whole: due now, never reviewed before (annually by default).',
    ]);
    expect(dueReviews({}, { now, last }).map(({ isDue, next }) => [isDue, next])).to.deep.equal([
      [true, '2026-12-01'],
      [false, '2026-12-01'],
      [true, '2027-01-31'],
      [true, null],
    ]);
  });

  it('follows the model where it says how often', () => {
    expect(sentences({ weights: '2026-10-01' }, now, { review: { weights: 'quarterly' } })[0]).to.equal(
      'Weights and thresholds: next on 2027-01-01 (quarterly, last on 2026-10-01).',
    );
    const reviews = dueReviews({ review: { weights: 'monthly', model: 'monthly' } }, { now });
    expect(reviews.map(({ part, isDefault }) => [part, isDefault])).to.deep.equal([
      ['weights', false],
      ['accuracy', true],
      ['metrics', true],
      ['model', false],
    ]);
  });

  it('goes by the calendar: short months do not shorten the ones after them', () => {
    const weights = (at: string) => dueReviews({}, { now: at, last: { weights: '2026-01-31' } })[0];
    expect(weights('2026-02-27T23:59:59.999Z')).to.include({ isDue: false, next: '2026-02-28' });
    expect(weights('2026-02-28T00:00:00.000Z')).to.include({ isDue: true, since: '2026-02-28', next: '2026-03-31' });
  });

  it('begins a day where the model’s own time zone does', () => {
    const due = (timeZone: string) =>
      dueReviews({ timeZone }, { now: '2026-10-31T12:00:00.000Z', last: { weights: '2026-10-01' } })[0]?.isDue;
    expect([due('UTC'), due('Pacific/Auckland')]).to.deep.equal([false, true]);
  });

  it('always names a next day after today, no more than one interval ahead', () => {
    const day = fc.integer({ min: -300_000, max: 30_000 }).map((days) => new Date(days * 86_400_000));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [last, at] = a < b ? [a, b] : [b, a];
        const iso = last.toISOString().slice(0, 10);
        fc.pre(iso.length === 10 && !iso.startsWith('-'));
        for (const { next, every } of dueReviews({}, { now: at, last: { weights: iso, model: iso } })) {
          if (next === null) continue;
          const ahead = (Date.parse(next) - at.getTime()) / 86_400_000;
          expect(ahead).to.be.within(Number.MIN_VALUE, every === 'monthly' ? 31 : 366);
        }
      }),
    );
  });

  it('refuses what is not a day', () => {
    expect(
      refusals(() => dueReviews({}, { now, last: JSON.parse('{"weights":"2026-02-30","all":"x"}') })),
    ).to.deep.equal([
      'weights must be a day that there is, such as 2026-11-14.',
      'last has no key "all": remove it or mend its spelling.',
    ]);
    expect(refusals(() => dueReviews({}, { now: 'today' }))).to.deep.equal([
      'now must be a Date or an instant such as 2026-11-14T09:00:00.000Z, not "today".',
    ]);
  });
});
