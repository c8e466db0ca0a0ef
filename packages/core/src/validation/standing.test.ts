import { expect } from 'chai';
import { indexAccount } from '../measures/account-index.ts';
import { parseModel } from '../model/define-model.ts';
import { type Account, account as accountSchema } from '../schema/account.ts';
import { parse } from '../schema/parse.ts';
import { standingOf } from './standing.ts';

const dimension = (id: string, weight: number) => ({
  id,
  weight,
  metrics: [{ kind: 'range', id: `${id}-metric`, measure: id, worst: 0, best: 100 }],
});
const document = {
  id: 'two',
  version: '1',
  measures: { use: { kind: 'fact', name: 'use' }, care: { kind: 'fact', name: 'care' } },
  dimensions: [dimension('use', 3), dimension('care', 1)],
  tiers: [{ id: 'all', from: 0 }],
};
const account: Account = parse(accountSchema, { id: 'a', facts: { use: 40, care: 80, plan: 'pro' } }, 'the account');
const within = (group: object, more: object = {}) =>
  standingOf(
    parseModel({ ...document, ...more, segments: [{ id: 'pro', when: { fact: 'plan', eq: 'pro' }, ...group }] }),
    indexAccount(account),
    0,
  );

describe('standingOf', () => {
  it('is the score, its parts and the groups', () => {
    expect(within({})).to.deep.equal({ score: 50, parts: [40, 80], isByModel: true, segment: 'pro', stage: null });
  });

  it("tells scores by the weights of the model from those by a group's own", () => {
    expect(within({ weights: { 'use-metric': 5 } })).to.include({ score: 50, isByModel: true });
    expect(within({ weights: { use: 3 } }).isByModel).to.equal(true);
    expect(within({ weights: { use: 1 } })).to.include({ score: 60, isByModel: false });
    expect(within({ tiers: [{ id: 'other', from: 0 }] }).isByModel).to.equal(false);
    expect(within({ dimensions: [dimension('use', 3)] })).to.include({ score: 40, isByModel: false });
    expect(within({}, { score: { method: 'worst' } })).to.include({ score: 40, isByModel: false });
  });
});
