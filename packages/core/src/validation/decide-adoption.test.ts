import { expect } from 'chai';
import { refusals } from '../fixtures/refuses.ts';
import { seeded } from '../stats/resample/seeded.ts';
import { decideAdoption } from './decide-adoption.ts';
import { judgeSkill } from './judge-skill.ts';

const next = seeded(11);
const test = Array.from({ length: 600 }, (_, row) => ({ account: `t${row % 200}`, happened: next() < 0.2 }));
const noise = test.map(() => next());
const telling = test.map(({ happened }) => Number(happened) * 0.4 + next());
const train = (outcomes: number) =>
  Array.from({ length: 400 }, (_, row) => ({ account: `a${row % 200}`, happened: row % 200 < outcomes }));
const resampling = () => ({ generator: seeded(3), times: 100 });

describe('decideAdoption', () => {
  it('adopts what ranks a later slice better, from 50 outcomes on', () => {
    const decided = decideAdoption({ train: train(50), test, baseline: noise, learned: telling }, resampling());
    expect(decided.adopted).to.equal(true);
    expect(decided.outcomes).to.equal(50);
    expect(decided.low)
      .to.be.above(0)
      .and.below(decided.difference ?? Number.NaN);
    expect(decided.high).to.be.above(decided.difference ?? Number.NaN);
    expect(decided.sentence).to.match(
      /^Learned from 50 outcomes, it ranks the later slice better than equal weights: AUC 0\.\d{3} against 0\.\d{3}, difference 0\.\d{3}, 95 % interval 0\.\d{3} to 0\.\d{3}\.$/,
    );
  });

  it('does not adopt it from 49, however good it is, and says so', () => {
    const decided = decideAdoption({ train: train(49), test, baseline: noise, learned: telling }, resampling());
    expect(decided.adopted).to.equal(false);
    expect(decided.sentence).to.match(
      /^Only 49 of the accounts learned from had the outcome, and learning needs 50\. Equal weights stay \(AUC/,
    );
  });

  it('does not adopt what is no better by more than chance', () => {
    const other = test.map(() => next());
    const decided = decideAdoption({ train: train(80), test, baseline: noise, learned: other }, resampling());
    expect(decided.adopted).to.equal(false);
    expect(decided.low).to.be.at.most(0);
    expect(decided.sentence).to.contain('is not better than equal weights by more than chance');
    const worse = decideAdoption({ train: train(80), test, baseline: telling, learned: noise }, resampling());
    expect(worse.adopted).to.equal(false);
    expect(worse.high).to.be.below(0);
  });

  it('does not adopt what is better and yet of no use', () => {
    const faint = test.map(({ happened }) => Number(happened) * 0.16 + next());
    const turned = faint.map((score) => -score);
    const decided = decideAdoption({ train: train(80), test, baseline: turned, learned: faint }, resampling());
    expect(decided.low).to.be.above(0);
    expect(decided.skill?.useful).to.equal(false);
    expect(decided.adopted).to.equal(false);
    expect(decided.sentence).to.match(/^No useful skill: AUC .* and not good enough\. Equal weights stay\.$/);
  });

  it('says nothing from a slice with one outcome', () => {
    const quiet = test.map(({ account }) => ({ account, happened: false }));
    const decided = decideAdoption({ train: train(80), test: quiet, baseline: noise, learned: telling }, resampling());
    expect(decided).to.deep.include({ adopted: false, difference: null, low: null, learnedAuc: null });
    expect(decided.sentence).to.match(
      /^On the later slice nothing can be said: In all 600 rows .* Equal weights stay\.$/,
    );
  });

  it('says the same for a seed, and refuses scores that are not one for each row', () => {
    const trial = { train: train(80), test, baseline: noise, learned: telling };
    expect(decideAdoption(trial, resampling())).to.deep.equal(decideAdoption(trial, resampling()));
    expect(refusals(() => decideAdoption({ ...trial, learned: [1] }, resampling()))).to.deep.equal([
      'learned must be a list of 600, one for each entry of happened; given a list of 1.',
    ]);
  });
});

describe('judgeSkill', () => {
  it('says plainly where there is none', () => {
    expect(judgeSkill({ auc: 0.52, low: 0.47, high: 0.57 })).to.deep.equal({
      useful: false,
      sentence: 'No useful skill: AUC 0.52, 95 % interval 0.47 to 0.57, which guessing may give as well.',
    });
    expect(judgeSkill({ auc: 0.55, low: 0.53, high: 0.57 }).sentence).to.contain(
      'better than guessing, and may be too little',
    );
    expect(judgeSkill({ auc: 0.3, low: 0.25, high: 0.35 })).to.deep.equal({
      useful: false,
      sentence:
        'No useful skill: AUC 0.30, 95 % interval 0.25 to 0.35. That is worse than guessing: it points the wrong way.',
    });
    expect(judgeSkill({ auc: 0.7, low: 0.5, high: 0.9 }).useful).to.equal(false);
    expect(judgeSkill({ auc: 0.62, low: 0.58, high: 0.67 }).useful).to.equal(false);
    expect(judgeSkill({ auc: 0.62, low: 0.6, high: 0.67 }).useful).to.equal(true);
    expect(judgeSkill({ auc: 0.74, low: 0.7, high: 0.78 })).to.deep.equal({
      useful: true,
      sentence: 'Skill: AUC 0.74, 95 % interval 0.70 to 0.78, where guessing gives 0.50.',
    });
  });
});
