import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../fixtures/refuses.ts';
import type { DataRow } from './dataset.ts';
import { cautionsOfAuc, cautionsOfRows, cautionsOfSplit, refuse } from './guards.ts';
import { mix } from './mix.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { foldsByAccount, splitByTime } from './split.ts';

const day = 86_400_000;
const horizon = 90 * day;
const columns = ['use', 'nps'];

const row = (account: string, days: number, more: Partial<DataRow> = {}): DataRow => ({
  account,
  cutOff: days * day,
  values: [1, 2],
  observed: [0, 0],
  happened: false,
  ...more,
});
const rows = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((account) =>
  [0, 30, 60, 90, 120].map((days) => row(account, days)),
);

/** Numbers as good as random, the same on every run. */
const noise = (seed: number): number => mix(seed) / 2 ** 32;
const cloud = (count: number, seed: number): number[][] =>
  Array.from({ length: count }, (_, at) => [0, 1, 2, 3, 4].map((column) => noise(at * 5 + column + seed * 10_000)));

describe('splits', () => {
  it('by time leave out rows whose horizon reaches into the test', () => {
    const { train, test, between } = splitByTime(
      { columns, rows, horizon, leftOut: { notYet: 0, gone: 0, unfinished: 0, noStart: 0 } },
      120 * day,
    );
    expect(new Set(train.map(({ cutOff }) => cutOff / day))).to.deep.equal(new Set([0, 30]));
    expect(new Set(test.map(({ cutOff }) => cutOff / day))).to.deep.equal(new Set([120]));
    expect(between).to.equal(12);
    expect(cautionsOfSplit({ columns, horizon }, { train, test }, 'shared')).to.deep.equal([]);
  });

  it('by account never have one on both sides, and every row once in a test', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 30 }), fc.integer({ min: 2, max: 6 }), (ids, folds) => {
        const given = ids.flatMap((id) => [row(id, 0), row(id, 30)]);
        const splits = foldsByAccount({ rows: given }, folds);
        expect(splits.flatMap(({ test }) => test))
          .to.have.members(given)
          .and.have.length(given.length);
        for (const { train, test } of splits) {
          expect(train.length + test.length).to.equal(given.length);
          const trained = new Set(train.map(({ account }) => account));
          expect(test.some(({ account }) => trained.has(account))).to.equal(false);
        }
      }),
    );
  });

  it('by account are of about one size, even where ids differ in their last sign only', () => {
    const given = Array.from({ length: 5000 }, (_, number) => row(`A-${number}`, 0));
    for (const { test } of foldsByAccount({ rows: given }, 5)) expect(test.length).to.be.within(850, 1150);
  });
});

describe('guards', () => {
  it('refuse a feature dated after its cut-off, by name', () => {
    const late = [row('a', 30), row('b', 30, { observed: [31 * day, 0] }), row('c', 30, { observed: [30 * day, 0] })];
    const cautions = cautionsOfRows({ columns, rows: late });
    expect(cautions.map(({ code }) => code)).to.deep.equal(['feature-after-cut-off']);
    expect(refusals(() => refuse(cautions))).to.deep.equal([
      'use is dated after its cut-off in 1 row, first of account b: 1970-02-01T00:00:00.000Z is after 1970-01-31T00:00:00.000Z. It tells of the future; leave it out, or date it rightly.',
    ]);
  });

  it('warn of a feature that nobody can date, and let it pass', () => {
    const undated = [row('a', 0, { observed: [0, null] }), row('b', 0, { values: [1, null], observed: [0, null] })];
    const cautions = refuse(cautionsOfRows({ columns, rows: undated }));
    expect(cautions).to.have.length(1);
    expect(cautions[0]?.severity).to.equal('warn');
    expect(cautions[0]?.sentence).to.match(/^nps has no date in 1 row: nobody can say/);
  });

  it('refuse an account on both sides of folds', () => {
    const cautions = cautionsOfSplit({ columns, horizon }, { train: [row('a', 0)], test: [row('a', 30)] }, 'apart');
    expect(refusals(() => refuse(cautions))).to.deep.equal([
      '1 account on both sides, such as a: what is learned of an account by heart looks like skill. Split by account.',
    ]);
  });

  it('refuse labels that reach into the time of the test', () => {
    const split = { train: [row('a', 0), row('a', 30)], test: [row('a', 90)] };
    const cautions = cautionsOfSplit({ columns, horizon }, split, 'shared');
    expect(refusals(() => refuse(cautions))[0]).to.match(
      /^1 row of the training have a horizon that reaches beyond 1970-04-01/,
    );
  });

  it('warn of an AUC above 0.85, and not of 0.85', () => {
    expect(cautionsOfAuc({ value: 0.85, reason: null })).to.deep.equal([]);
    expect(cautionsOfAuc({ value: 0.861, reason: null })[0]?.sentence).to.match(
      /^An AUC of 0\.861 is suspiciously high/,
    );
    expect(cautionsOfAuc({ value: null, reason: { code: 'no-rows', sentence: '' } })).to.deep.equal([]);
  });
});

describe('nearDuplicates', () => {
  const repeated = (seed: number) =>
    Array.from({ length: 300 }, (_, at) =>
      (cloud(40, 3)[at % 40] ?? []).map((value, k) => value + noise(at * 5 + k + seed * 77_777) / 100),
    );

  it('sees accounts repeated with small changes, and none where rows have no kin', () => {
    expect(nearDuplicates(repeated(1), repeated(2))?.share).to.be.above(0.9);
    expect(nearDuplicates(cloud(300, 1), cloud(300, 5))?.share).to.be.below(0.1);
  });

  it('warns of them across folds', () => {
    const made = repeated(1).map((values, at) => row(`a${at}`, 0, { values, observed: values.map(() => 0) }));
    const [split] = foldsByAccount({ rows: made }, 2);
    if (!split) expect.fail('expected a split');
    const cautions = cautionsOfSplit({ columns: ['a', 'b', 'c', 'd', 'e'], horizon }, split, 'apart');
    expect(cautions.map(({ code }) => code)).to.deep.equal(['near-duplicates']);
    expect(refuse(cautions)).to.equal(cautions);
  });

  it('is not alarmed by the many of whom nothing is known', () => {
    const idle = cloud(300, 1).map((values, at) => (at % 3 === 0 ? values : [0, 0, 0, 0, 0]));
    const other = cloud(300, 5).map((values, at) => (at % 3 === 0 ? values : [0, 0, 0, 0, 0]));
    expect(nearDuplicates(idle, other)?.share).to.be.below(0.15);
  });

  it('has nothing to say of a few rows, or of one column', () => {
    expect(nearDuplicates(cloud(39, 1), cloud(300, 2))).to.equal(null);
    expect(
      nearDuplicates(
        cloud(300, 1).map(([one = 0]) => [one, 2 * one]),
        cloud(300, 2).map(([one = 0]) => [one, 2 * one]),
      ),
    ).to.equal(null);
    expect(nearDuplicates([], [])).to.equal(null);
  });
});
