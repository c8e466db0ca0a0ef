import { expect } from 'chai';
import { indexAccount } from '../measures/account-index.ts';
import { account as accountSchema } from '../schema/account.ts';
import { parse } from '../schema/parse.ts';
import { toInstant } from '../schema/time.ts';
import { onOffHistory } from './on-off.ts';

const day = 86_400_000;
const cutOff = Date.UTC(2026, 5, 1);
const history = (daysBefore: readonly number[], more: object = {}) => {
  const events = daysBefore.map((days) => ({ name: 'use', at: toInstant(cutOff - days * day) }));
  const account = parse(accountSchema, { id: 'a', events, ...more }, 'the account');
  return onOffHistory({ event: 'use', activeWeeks: 12 }, indexAccount(account), cutOff);
};

describe('onOffHistory', () => {
  it('counts weeks of seven days up to the cut-off, the last of which is the newest', () => {
    expect(history([1, 2, 7, 8, 84])).to.deep.equal({ active: 3, last: 12, periods: 12 });
    expect(history([15, 30])).to.deep.equal({ active: 2, last: 10, periods: 12 });
    expect(history([85, 400])).to.deep.equal({ active: 0, last: 0, periods: 12 });
  });

  it('has no more weeks than the account has been there, and at least one', () => {
    expect(history([3], { since: toInstant(cutOff - 20 * day) })).to.deep.equal({ active: 1, last: 3, periods: 3 });
    expect(history([], { since: toInstant(cutOff) })).to.deep.equal({ active: 0, last: 0, periods: 1 });
  });

  it('reads nothing of the cut-off or later, and says nothing where nothing is recorded', () => {
    expect(history([0, -3])).to.deep.equal({ active: 0, last: 0, periods: 12 });
    expect(history([1], { tracked: ['login'] })).to.equal(null);
  });
});
