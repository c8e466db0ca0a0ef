import { expect } from 'chai';
import { aucDraws } from '../stats/resample/auc-draws.ts';
import { seeded } from '../stats/resample/seeded.ts';
import type { BacktestCandidate } from './backtest-report.ts';
import type { Candidate } from './candidates.ts';
import { chooseCandidate } from './choose-candidate.ts';
import { mix } from './mix.ts';

const chance = (seed: number): number => mix(seed) / 2 ** 32;
const test = Array.from({ length: 600 }, (_, n) => ({ account: `a${n}`, happened: n % 3 === 0 }));
/** Tells the outcome the better the more `skill` it has. */
const risk = (skill: number, seed: number) =>
  test.map(({ happened }, n) => Number(happened) * skill + chance(n + seed));
const baseline = risk(0.1, 1e6);

/** What is chosen of what learned from so many outcomes and ranks so well. */
function choose(...given: [id: BacktestCandidate['id'], skill: number, outcomes?: number, seed?: number][]) {
  const tried = given.map(([id, skill, outcomes = 80, seed = 2e6]) => ({
    risk: risk(skill, seed),
    // Of a candidate only this is read.
    candidate: {
      id,
      label: id,
      learned: { from: Array.from({ length: 200 }, (_, n) => ({ account: `b${n}`, happened: n < outcomes })) },
    } as unknown as Candidate,
  }));
  const accounts = test.map(({ account }) => account);
  const happened = test.map((row) => row.happened);
  const drawn = aucDraws(accounts, happened, [baseline, ...tried.map((one) => one.risk)], {
    generator: seeded(1),
    times: 200,
  });
  return chooseCandidate(test, baseline, tried, [...drawn]);
}

describe('chooseCandidate', () => {
  it('takes the plainest of those that are better than equal weights, not the luckiest', () => {
    const choice = choose(['logistic', 0.6], ['hazard', 0.62, 80, 4e6]);
    expect(choice?.predictor).to.equal('logistic');
    expect(choice?.candidates.map(({ id, adopted }) => [id, adopted])).to.deep.equal([
      ['logistic', true],
      ['hazard', true],
    ]);
    expect(choice?.learnedAuc).to.equal(choice?.candidates[0]?.learnedAuc);
    expect(choice?.sentence).to.match(
      /^Learned from 80 outcomes, it ranks the later slice better than equal weights: .* Used: logistic\. Not better than that by more than chance: hazard \(AUC 0\.\d{3}\)\.$/,
    );
  });

  it('takes a later one that is better by more than chance, and says which are not fit', () => {
    const choice = choose(['logistic', 0.35], ['hazard', 0.9], ['bg-bb', 0, 80, 5e6]);
    expect(choice?.predictor).to.equal('hazard');
    expect(choice?.sentence).to.match(
      / Used: hazard\. .*Not fit to take the place of equal weights: bg-bb \(AUC 0\.\d{3}\)\.$/,
    );
  });

  it('holds each to the rule of 50 outcomes', () => {
    const choice = choose(['logistic', 0.6, 49], ['hazard', 0.6, 50]);
    expect(choice?.candidates.map(({ adopted }) => adopted)).to.deep.equal([false, true]);
    expect(choice?.predictor).to.equal('hazard');
  });

  it('takes none where none is better, with the figures of the best', () => {
    const choice = choose(['logistic', 0.02, 80, 3e6], ['hazard', 0.12]);
    expect(choice).to.include({ adopted: false, predictor: null });
    expect(choice?.learnedAuc).to.equal(choice?.candidates[1]?.learnedAuc);
    expect(choice?.sentence).to.match(
      /not better than equal weights by more than chance: .* Equal weights stay\. That is hazard, the best of those tried; the others: logistic \(AUC 0\.\d{3}\)\.$/,
    );
    expect(choose()).to.equal(null);
  });
});
