import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../../fixtures/refuses.ts';
import { type ActiveEvent, activeUsers } from './active-users.ts';
import { stickiness } from './stickiness.ts';

const day = 86_400_000;
const month = { from: 0, to: 28 * day };
const event = fc.record({
  user: fc.constantFrom('ann', 'bo', '李', '__proto__', 'constructor'),
  at: fc.nat({ max: 28 * day - 1 }),
});

describe('activeUsers', () => {
  it('counts a user once, however often active', () => {
    const events = [
      { user: 'ann', at: 1 },
      { user: 'ann', at: 2 },
      { user: '__proto__', at: 3 },
    ];
    expect(activeUsers(events, month)).to.equal(2);
  });

  it('holds the beginning of its window and not the end', () => {
    const at = (instant: number) => activeUsers([{ user: 'ann', at: instant }], { from: 10, to: 20 });
    expect([9, 10, 19, 20].map(at)).to.deep.equal([0, 1, 1, 0]);
  });

  it('knows nobody was there from nobody can say who', () => {
    expect(activeUsers([], month)).to.equal(0);
    expect(activeUsers([{ user: null, at: 1 }], month)).to.equal(null);
    expect(activeUsers([{ user: null, at: 29 * day }], month)).to.equal(0);
    const half: ActiveEvent[] = [
      { user: null, at: 1 },
      { user: 'ann', at: 1 },
    ];
    expect(activeUsers(half, month)).to.equal(1);
  });

  it('refuses a window without length, an instant that is none, a user that is no text', () => {
    expect(refusals(() => activeUsers([], { from: 5, to: 5 }))).to.deep.equal([
      'window.to must be after window.from (5); given 5.',
    ]);
    expect(refusals(() => activeUsers([], { from: 0, to: Infinity }))).to.deep.equal([
      'window.to must be an instant in milliseconds since 1970; given Infinity.',
    ]);
    expect(refusals(() => activeUsers([{ user: 'ann', at: Number.NaN }], month))).to.deep.equal([
      'events[0].at must be an instant in milliseconds since 1970; given NaN.',
    ]);
    // What only JavaScript without types would pass.
    expect(refusals(() => activeUsers([{ user: 7, at: 1 }] as unknown as ActiveEvent[], month))[0]).to.equal(
      'events[0].user must be a text, or null; given 7.',
    );
    expect(refusals(() => activeUsers([null] as unknown as ActiveEvent[], month))[0]).to.equal(
      'events[0] must be { user, at }; given null.',
    );
    expect(refusals(() => activeUsers([], null as unknown as typeof month))[0]).to.equal(
      'window must be { from, to }; given null.',
    );
  });
});

describe('stickiness', () => {
  it('is the mean of the days over the users of the window, by hand: 10, 0, 20 and 10 of 40', () => {
    expect(stickiness([10, 0, 20, 10], 40)).to.equal(0.25);
  });

  it('leaves out a day that is unknown, and counts a day without users', () => {
    expect(stickiness([10, null, 20], 20)).to.equal(0.75);
    expect(stickiness([10, 0, 20], 20)).to.equal(0.5);
  });

  it('says nothing without users in the window, or without a known day', () => {
    expect(stickiness([0, 0], 0)).to.equal(null);
    expect(stickiness([1], null)).to.equal(null);
    expect(stickiness([null], 10)).to.equal(null);
    expect(stickiness([], 10)).to.equal(null);
  });

  it('refuses a day with more users than its window, and what is no count', () => {
    expect(refusals(() => stickiness([5, 12], 10))).to.deep.equal([
      'activeByDay[1] must be at most activeInWindow (10), of which it is a part; given 12.',
    ]);
    expect(refusals(() => stickiness([Number.NaN], 10))[0]).to.contain('activeByDay[0] must be a number of 0 or more');
    expect(refusals(() => stickiness([], -1))[0]).to.contain('activeInWindow must be a number of 0 or more');
    // What only JavaScript without types would pass.
    expect(refusals(() => stickiness(5 as unknown as number[], 10))[0]).to.contain('a list of counts; given 5');
  });

  it('of counted events lies within 1/28…1, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 60 }), (events) => {
        const days = Array.from({ length: 28 }, (_, index) => {
          return activeUsers(events, { from: index * day, to: (index + 1) * day });
        });
        const value = stickiness(days, activeUsers(events, month));
        expect(value).to.be.within(1 / 28 - 1e-12, 1);
        expect(stickiness(days.toReversed(), activeUsers(events.toReversed(), month))).to.equal(value);
      }),
    );
  });
});
