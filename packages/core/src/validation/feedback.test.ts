import { expect } from 'chai';
import type { Account } from '../schema/account.ts';
import type { Outcome } from '../schema/outcome.ts';
import { toInstant } from '../schema/time.ts';
import { feedbackEvent, readFeedback } from './feedback.ts';

const day = 86_400_000;
const plan = { horizonDays: 90, knownUntil: 400 * day };

const says = (at: string, why?: string) => ({
  name: feedbackEvent,
  at,
  properties: { says: 'agree', ...(why === undefined ? {} : { why }) },
});
const of = (id: string, ...events: NonNullable<Account['events']>): Pick<Account, 'id' | 'events'> => ({ id, events });

describe('readFeedback', () => {
  it('lists the newest first, by when they were said and not by how that is written', () => {
    const told = readFeedback(
      [
        of('a', says('1970-02-01T00:00:00Z', 'first'), says('1970-02-01T00:00:00.500Z', 'last')),
        of('b', says('1970-02-01T00:00:00.000Z', 'first as well')),
      ],
      [],
      plan,
    );
    expect(told?.latest.map(({ why }) => why)).to.deep.equal(['last', 'first', 'first as well']);
  });

  it('keeps the newest 50 in words, whichever come first, and counts them all', () => {
    const many = Array.from({ length: 3000 }, (_, n) => of(`a${n}`, says(toInstant(((n * 7919) % 3000) * 60_000))));
    const told = readFeedback(many, [], plan);
    expect(told).to.include({ agree: 3000, disagree: 0 });
    expect(told?.latest.map(({ at }) => Date.parse(at) / 60_000)).to.deep.equal(
      Array.from({ length: 50 }, (_, n) => 2999 - n),
    );
    expect(readFeedback(many.toReversed(), [], plan)).to.deep.equal(told);
  });

  it('says whether the outcome came within the horizon, and nothing while nobody knows', () => {
    const outcomes: Outcome[] = [
      { account: 'a', kind: 'churned', at: toInstant(100 * day) },
      { account: 'a', kind: 'renewed', at: toInstant(20 * day) },
      { account: 'late', kind: 'churned', at: toInstant(401 * day) },
    ];
    const at = (...days: number[]) => days.map((one) => says(toInstant(one * day)));
    const told = readFeedback([of('a', ...at(10, 10.5, 100, 101)), of('late', ...at(390))], outcomes, plan);
    const came = told?.latest.map(({ at: when, happened }) => [Date.parse(when) / day, happened]);
    expect(came).to.deep.equal([
      [390, null],
      [101, false],
      [100, true],
      [10.5, true],
      [10, false],
    ]);
  });

  it('goes through the outcomes once, however much is said', () => {
    let read = 0;
    const outcomes = Array.from({ length: 100 }, (_, n): Outcome => {
      const one: Outcome = { account: `a${n}`, kind: 'churned', at: '' };
      return Object.defineProperty(one, 'at', {
        get: () => {
          read++;
          return toInstant(n * day);
        },
      });
    });
    readFeedback(
      Array.from({ length: 100 }, (_, n) => of(`a${n}`, says(toInstant(day)))),
      outcomes,
      plan,
    );
    expect(read).to.equal(100);
  });
});
