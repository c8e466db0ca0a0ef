import { expect } from 'chai';
import { parseModel } from '../model/define-model.ts';
import { seeded } from '../stats/resample/seeded.ts';
import type { StandingRow } from './gather-rows.ts';
import { weightsOf } from './weights-of-model.ts';

const dimension = (id: string) => ({
  id,
  weight: 1,
  metrics: [{ kind: 'range', id: `${id}-metric`, measure: id, worst: 0, best: 100 }],
});
const document = {
  id: 'two',
  version: '1',
  measures: { use: { kind: 'fact', name: 'use' }, care: { kind: 'fact', name: 'care' } },
  dimensions: [dimension('use'), dimension('care')],
  tiers: [
    { id: 'at-risk', from: 0 },
    { id: 'healthy', from: 50 },
  ],
};

const next = seeded(4);
/** Accounts at one day each, which leave as their use is low; `care` tells nothing. */
const rows = Array.from({ length: 400 }, (_, n): StandingRow => {
  const parts = [100 * next(), 100 * next()] as const;
  const happened = next() < 1 / (1 + Math.exp((parts[0] - 35) / 15));
  const standing = { score: (parts[0] + parts[1]) / 2, parts, isByModel: true, segment: null, stage: null };
  const life = { since: 0, next: null, onOff: null };
  return { account: `a${n}`, cutOff: 0, values: [], observed: [], happened, standing, life };
});

/** What is proposed where every `each`-th row stands otherwise. */
function proposed(each: number, otherwise: object, more: object = {}) {
  const given = rows.map((row, n) =>
    n % each === 0 ? ({ ...row, standing: { ...row.standing, ...otherwise } } as StandingRow) : row,
  );
  const dataset = { columns: [], rows: given, horizon: 1, leftOut: { notYet: 0, gone: 0, unfinished: 0, noStart: 0 } };
  return weightsOf(parseModel({ ...document, ...more }), dataset, {
    warnBelow: 50,
    testFrom: null,
    resampling: () => ({ generator: seeded(1), times: 40 }),
  });
}

const accountsIn = (tiers: Readonly<Record<string, number>> = {}): number =>
  Object.values(tiers).reduce((sum, count) => sum + count, 0);

describe('weights from the outcomes of a backtest', () => {
  it('speak of those accounts only whose scores they would change, and say of how many they do not', () => {
    const { proposal, advice } = proposed(4, { isByModel: false });
    expect(accountsIn(proposal?.today.tiers)).to.equal(300);
    expect(accountsIn(proposal?.proposed.tiers)).to.equal(300);
    expect(advice).to.match(
      /^Keep today's weights\. .* Left out are 100 of 400 rows, of accounts in groups with weights, dimensions or tiers of their own\.$/,
    );
    expect(proposed(4, {}).advice).not.to.include('Left out');
  });

  it('count nobody in a tier who has no score, whatever is known of parts', () => {
    expect(accountsIn(proposed(10, { score: null }).proposal?.today.tiers)).to.equal(360);
  });

  it('are none where the score is no weighted mean, and the advice says why', () => {
    const { proposal, reason, advice } = proposed(1, { isByModel: false }, { score: { method: 'worst' } });
    expect(proposal).to.equal(null);
    expect(reason).to.be.a('string');
    expect(advice).to.include('The score of two is no weighted mean of its dimensions (its method is worst)');
  });
});
