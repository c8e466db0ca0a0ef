import { expect } from 'chai';
import { refusals } from '../fixtures/refuses.ts';
import type { Tier } from '../index.ts';
import { seeded } from '../stats/resample/seeded.ts';
import { proposeWeights, type WeighingToday } from './propose-weights.ts';
import { type WeighedRow, weigh, weightsEffect } from './weighed.ts';

const tiers: Tier[] = [
  { id: 'at-risk', from: 0 },
  { id: 'healthy', from: 50 },
];
const today: WeighingToday = {
  weights: [
    { id: 'use', weight: 20 },
    { id: 'service', weight: 20 },
    { id: 'vanity', weight: 40 },
  ],
  tiers,
  warnBelow: 50,
};
const resampling = () => ({ generator: seeded(9), times: 40 });

/** Accounts that leave as their use, and a little their service, is low; vanity tells nothing. */
function rowsOf(accounts: number, seed = 5): WeighedRow[] {
  const next = seeded(seed);
  return Array.from({ length: accounts }, (_, index) => `a${index}`).flatMap((account) =>
    [1, 2].map((cutOff) => {
      const [use, service, vanity] = [100 * next(), 100 * next(), 100 * next()];
      const happened = next() < 1 / (1 + Math.exp(2 + (use - 50) / 14 + (service - 50) / 25));
      return { account, cutOff, scores: [use, next() < 0.1 ? null : service, vanity], happened };
    }),
  );
}

const rows = rowsOf(350);

describe('proposeWeights', () => {
  const { value } = proposeWeights(rows, today, resampling());
  const [use, service, vanity] = value?.weights ?? [];

  it('gives more to what foretells the outcome and takes from what does not, on the scale of today', () => {
    expect(use?.proposed).to.be.above(40);
    expect(vanity?.proposed).to.be.below(20);
    const whole = (use?.proposed ?? 0) + (service?.proposed ?? 0) + (vanity?.proposed ?? 0);
    expect(whole).to.be.closeTo(80, 1e-9);
    for (const one of value?.weights ?? []) {
      expect(one.low).to.be.at.least(0);
      expect(one.proposed, one.id).to.be.within(one.low, one.high);
    }
    expect(use?.today).to.equal(20);
    expect(use?.low).to.be.above(20);
  });

  it('names what has no value', () => {
    expect(value?.withoutValue).to.deep.equal(['vanity']);
    expect(use?.alone?.auc).to.be.above(0.7);
    expect(use?.hasValue).to.equal(true);
  });

  it('finds no value in what tells nothing but the time', () => {
    const next = seeded(3);
    const inTime = Array.from({ length: 300 }, (_, n) => n).flatMap((n) => {
      const life: WeighedRow[] = [];
      for (let cutOff = 1; cutOff <= 12 && !life.at(-1)?.happened; cutOff++) {
        const scores = [8 * cutOff, 100 * next(), 100 * next()];
        life.push({ account: `a${n}`, cutOff, scores, happened: next() < 0.06 });
      }
      return life;
    });
    const [time] = proposeWeights(inTime, today, resampling()).value?.weights ?? [];
    expect(time?.alone?.auc).to.be.within(0.42, 0.58);
    expect(time?.alone?.low).to.be.below(0.5);
    expect(time?.hasValue).to.equal(false);
  });

  it('shows what it would do to tiers, false alarms and what is missed', () => {
    const counts = Object.values(value?.today.tiers ?? {});
    expect(counts.reduce((sum, count) => sum + count, 0)).to.equal(350);
    const before = value?.today.confusion;
    const after = value?.proposed.confusion;
    expect(Object.values(before ?? {}).reduce((sum, count) => sum + count, 0)).to.equal(700);
    expect(after?.falseNegatives).to.be.below(before?.falseNegatives ?? Number.NaN);
  });

  it('stays near today the more strongly it is drawn there', () => {
    const held = proposeWeights(rows, { ...today, strength: 1e9 }, resampling()).value?.weights ?? [];
    held.forEach((one) => {
      expect(one.proposed).to.be.closeTo(one.today, 1e-4);
    });
    const some = proposeWeights(rows, { ...today, strength: 100 }, resampling()).value?.weights[0]?.proposed;
    expect(some)
      .to.be.above(20)
      .and.below(use?.proposed ?? Number.NaN);
  });

  it('gives a part that foretells the opposite no weight, never less', () => {
    const turned = rows.map((row) => ({
      ...row,
      scores: row.scores.map((one, part) => (part === 2 && one !== null ? Number(row.happened) * 50 + one / 2 : one)),
    }));
    const proposed = proposeWeights(turned, { ...today, strength: 0.1 }, resampling()).value?.weights[2];
    expect(proposed).to.deep.include({ proposed: 0, low: 0, hasValue: false });
  });

  it('does not depend on the order of rows, to the last bit', () => {
    expect(proposeWeights(rows.toReversed(), today, resampling()).value).to.deep.equal(value);
  });

  it('leaves weights alone where fewer than 50 accounts had the outcome, and says so', () => {
    const few = proposeWeights(rowsOf(60), today, resampling());
    expect(few.reason?.sentence).to.match(
      /^Only \d+ accounts had the outcome, earlier or later, and learning weights needs 50\.$/,
    );
    expect(proposeWeights([], today, resampling()).reason?.code).to.equal('no-rows');
  });

  it('leaves weights alone where outcomes have nothing to do with the score', () => {
    const next = seeded(1);
    const shuffled = rows.map((row) => ({ ...row, happened: next() < 0.2 }));
    const { value } = proposeWeights(shuffled, { ...today, strength: 1e3 }, resampling());
    for (const one of value?.weights ?? []) expect(one.proposed).to.be.closeTo(one.today, 8);
  });

  it('refuses scores off the scale, and an account twice at a cut-off', () => {
    const [first] = rows as [WeighedRow];
    expect(refusals(() => proposeWeights([{ ...first, scores: [1, 2, 101] }], today, resampling()))).to.deep.equal([
      'rows[0].scores[2] must be a number from 0 to 100, or null where it is missing; given 101.',
    ]);
    expect(refusals(() => proposeWeights([first, first], today, resampling()))[0]).to.match(
      /^rows\[1\] must be the only row/,
    );
    expect(refusals(() => proposeWeights(rows, { ...today, weights: [] }, resampling()))[0]).to.match(
      /^weights must be a list in which/,
    );
  });
});

describe('weightsEffect', () => {
  it('warns strictly below the line, and hands the weight of what is missing to the rest', () => {
    const row = (account: string, happened: boolean, ...scores: (number | null)[]) => ({
      account,
      cutOff: 1,
      scores,
      happened,
    });
    const given = [
      row('a', true, 49, 49),
      row('b', false, 50, null),
      row('c', true, null, null),
      row('d', false, 0, 80),
    ];
    expect(given.map(({ scores }) => weigh(scores, [1, 3]))).to.deep.equal([49, 50, null, 60]);
    expect(weightsEffect(given, [1, 3], { tiers, warnBelow: 50 })).to.deep.equal({
      confusion: { truePositives: 1, falsePositives: 0, falseNegatives: 0, trueNegatives: 2 },
      tiers: { 'at-risk': 1, healthy: 2 },
    });
  });
});
