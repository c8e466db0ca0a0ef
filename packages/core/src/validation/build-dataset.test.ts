import { expect } from 'chai';
import { refusals } from '../fixtures/refuses.ts';
import type { Account } from '../index.ts';
import type { Outcome } from '../schema/outcome.ts';
import { toInstant } from '../schema/time.ts';
import { buildDataset, type DatasetPlan } from './build-dataset.ts';
import { encode, encodedDirections, learnEncoding } from './encoding.ts';
import { standardFeatures } from './standard-features.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 0, 5);
const at = (days: number) => toInstant(start + days * day);
const uses = (...days: number[]) => days.map((one) => ({ name: 'use', at: at(one), user: 'ann' }));

const accounts: Account[] = [
  { id: 'b', since: at(0), events: uses(1, 29, 100) },
  { id: 'a', since: at(0), events: uses(1, 2, 3), facts: { plan: [{ value: 'pro', at: at(40) }] } },
  { id: 'c', since: at(45), events: [] },
  { id: 'd', events: [] },
];
const outcomes: Outcome[] = [
  { account: 'a', kind: 'churned', at: at(50) },
  { account: 'b', kind: 'renewed', at: at(35) },
  { account: 'b', kind: 'churned', at: at(30) },
  { account: 'b', kind: 'returned', at: at(40) },
];
const plan: DatasetPlan = {
  measures: { use28: { kind: 'count', event: 'use', within: '28d' } },
  features: [
    { id: 'use', measure: 'use28', log: true, direction: -1 },
    { id: 'weeks', event: 'use', activeWeeks: 4, direction: -1 },
    { id: 'pro', fact: 'plan', is: 'pro', direction: 0 },
  ],
  cutOffs: [start + 50 * day, start + 30 * day, start + 90 * day],
  horizonDays: 30,
  knownUntil: start + 100 * day,
};

describe('buildDataset', () => {
  const { rows, leftOut, columns, horizon } = buildDataset(accounts, outcomes, plan);

  it('has a row for each account alive at each cut-off that is finished, by time and account', () => {
    expect(rows.map(({ account, cutOff, happened }) => [account, (cutOff - start) / day, happened])).to.deep.equal([
      ['a', 30, true],
      ['b', 30, true],
      ['a', 50, true],
      ['b', 50, false],
      ['c', 50, false],
    ]);
    expect(columns).to.deep.equal(['use', 'weeks', 'pro']);
    expect(horizon).to.equal(30 * day);
  });

  it('says why the others are none: not yet, gone, not finished, or nobody knows since when', () => {
    expect(leftOut).to.deep.equal({ notYet: 1, gone: 1, unfinished: 2, noStart: 3 });
  });

  it('knows nothing of the cut-off and after: not even a fact of the day after', () => {
    expect(rows[0]?.values).to.deep.equal([Math.log1p(2), 1, null]);
    expect(rows[2]?.values).to.deep.equal([0, 0, 1]);
    expect(rows[2]?.observed).to.deep.equal([start + 50 * day, start + 50 * day, start + 40 * day]);
    expect(rows[1]?.values.slice(0, 2)).to.deep.equal([Math.log1p(1), 1]);
  });

  it('does not depend on the order of accounts, outcomes and cut-offs', () => {
    const turned = { ...plan, cutOffs: plan.cutOffs.toReversed() };
    expect(buildDataset(accounts.toReversed(), outcomes.toReversed(), turned).rows).to.deep.equal(rows);
  });

  it('takes the end of a horizon as after it', () => {
    const later = outcomes.map((one) => (one.account === 'a' ? { ...one, at: at(60) } : one));
    expect(buildDataset(accounts, later, plan).rows.map(({ happened }) => happened)).to.deep.equal([
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it('may foresee something else than churn', () => {
    const renewed = buildDataset(accounts, outcomes, { ...plan, of: 'renewed' });
    expect(renewed.rows.filter(({ happened }) => happened).map(({ account }) => account)).to.deep.equal(['b']);
  });

  it('refuses a plan that names what there is not, and an account that comes twice', () => {
    const refused = (change: Partial<DatasetPlan>) =>
      refusals(() => buildDataset(accounts, outcomes, { ...plan, ...change }));
    expect(refused({ features: [{ id: 'x', measure: 'y', direction: 0 }] })).to.deep.equal([
      'features[0].measure must be one of measures; given "y".',
    ]);
    expect(refused({ measures: { ...plan.measures, r: { kind: 'ratio', of: 'use28', over: 'no' } } })[0]).to.contain(
      'measures.r must be made of measures there are; given "no".',
    );
    expect(refused({ features: [...plan.features, ...plan.features] })[0]).to.match(
      /^features\[3\]\.id must be different/,
    );
    expect(refused({ horizonDays: 0 })[0]).to.match(/^horizonDays must be/);
    expect(refusals(() => buildDataset([...accounts, ...accounts], outcomes, plan))).to.deep.equal([
      'accounts must be accounts of different ids; given "b".',
    ]);
    // What only JavaScript without types would pass.
    const odd = [{ account: 'a', kind: 'left', at: 'yesterday' }] as unknown as Outcome[];
    expect(refusals(() => buildDataset(accounts, odd, plan))).to.have.length(2);
  });

  it('reads the features that most companies have', () => {
    const names = {
      use: 'use',
      feature: 'f',
      ticket: 'ticket',
      escalated: { priority: 'urgent' },
      seats: 'seats',
      nps: 'nps',
    };
    const standard = standardFeatures({ ...names, renewal: 'renewal', plan: 'plan' });
    const dataset = buildDataset(accounts, outcomes, { ...plan, ...standard });
    expect(dataset.columns).to.have.length(14);
    const row = Object.fromEntries(dataset.columns.map((name, column) => [name, dataset.rows[3]?.values[column]]));
    expect(row).to.deep.include({ activeWeeks12: 2, activeDays28: 1, seatUse: null, nps: null, tickets90: 0 });
    expect(row.recency).to.be.closeTo(Math.log(22), 1e-12);
    expect(row.tenure).to.be.closeTo(Math.log(51), 1e-12);
    expect(standardFeatures({ use: 'use' }).features).to.have.length(7);
  });

  it('fills what is missing with the mean of the training, and flags it', () => {
    const encoding = learnEncoding({ columns, rows });
    expect(encoding.columns).to.deep.equal(['use', 'weeks', 'pro', 'pro is missing']);
    expect(encoding.levels).to.deep.equal([]);
    expect(encoding.fill[2]).to.equal(1);
    expect(encode(encoding, { values: [0.5, 2, null] })).to.deep.equal([0.5, 2, 1, 1]);
    expect(encode(encoding, { values: [null, 2, 0] })).to.deep.equal([encoding.fill[0], 2, 0, 0]);
    expect(encodedDirections(encoding, [-1, -1, 0])).to.deep.equal([-1, -1, 0, 0]);
    expect(refusals(() => encode(encoding, { values: [1] }))[0]).to.match(/^values must be a list of 3/);
  });

  it('makes a column of each level of a plan, and takes one that it never saw as no level in particular', () => {
    const values = ['pro', 'basic', 'basic', null, 'basic'].map((plan, n) => [n, plan]);
    const given = values.map((own, n) => ({
      account: `${n}`,
      cutOff: 0,
      values: own,
      observed: [0, 0],
      happened: false,
    }));
    const encoding = learnEncoding({ columns: ['use', 'plan'], rows: given });
    expect(encoding.columns).to.deep.equal(['use', 'plan is missing', 'plan: basic', 'plan: pro']);
    expect(encode(encoding, { values: [1, 'pro'] })).to.deep.equal([1, 0, 0, 1]);
    expect(encode(encoding, { values: [1, null] })).to.deep.equal([1, 1, 0.75, 0.25]);
    expect(encode(encoding, { values: [1, 'gold'] })).to.deep.equal([1, 0, 0.75, 0.25]);
    expect(encode(encoding, { values: [1, 7] })).to.deep.equal([1, 0, 0.75, 0.25]);
    expect(encodedDirections(encoding, [-1, 0])).to.deep.equal([-1, 0, 0, 0]);
  });

  it('leaves out levels that fewer than 1 in 100 have, and those too long to be names', () => {
    const plans = [...Array.from({ length: 199 }, () => 'basic'), 'rare'];
    const given = plans.map((plan, n) => ({
      account: `${n}`,
      cutOff: 0,
      values: [plan],
      observed: [0],
      happened: false,
    }));
    expect(learnEncoding({ columns: ['plan'], rows: given }).columns).to.deep.equal(['plan: basic']);
    const long = given.map((one) => ({ ...one, values: ['x'.repeat(61)] }));
    expect(learnEncoding({ columns: ['plan'], rows: long }).columns).to.deep.equal([]);
  });
});
