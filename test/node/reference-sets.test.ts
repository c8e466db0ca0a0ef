import { readFileSync } from 'node:fs';
import type { BacktestHorizon } from '@hale/core/validation';
import { expect } from 'chai';
import { copiesRow, ninetyDays, questions } from '../../scripts/figures/figures.ts';
import { ravenStack } from '../../scripts/figures/raven-stack.ts';
import { realSetsMissing } from '../../scripts/figures/real-sets.ts';
import { heading, rowOf } from '../../scripts/figures/table.ts';

const page = readFileSync(new URL('../../packages/core/docs/validation.md', import.meta.url), 'utf8');

function isOnPage(row: string): void {
  expect(page.split('\n').includes(row), `npm run figures prints a line that the page of validation lacks:\n${row}`).to
    .be.true;
}

/** What comes of a question, which the page shows to the digit. */
function shown(name: Exclude<keyof typeof questions, 'ravenStack'>): BacktestHorizon {
  const { set, asked, horizon } = questions[name];
  const found = horizon();
  isOnPage(rowOf(set, asked, found));
  return found;
}

function expectNoSkill({ predictors, adoption }: BacktestHorizon): void {
  expect(predictors.length).to.be.at.least(4);
  expect(predictors.filter(({ skill }) => skill.useful).map(({ id }) => id)).to.deep.equal([]);
  expect(adoption?.adopted).to.equal(false);
}

const areaOf = ({ predictors }: BacktestHorizon, id: string): number =>
  predictors.find((one) => one.id === id)?.auc?.value ?? Number.NaN;

describe('real sets, by time and ninety days ahead', function () {
  this.timeout(300_000);

  before(function () {
    const missing = realSetsMissing();
    if (missing === null) return;
    console.log(missing);
    this.skip();
  });

  it('are shown below what each column holds', () => {
    expect(page).to.contain(heading.join('\n'));
  });

  it('show no useful skill in formal withdrawal from a course, by clicks alone', () => {
    for (const name of ['withdrawal', 'withdrawalOf2014'] as const) {
      const found = shown(name);
      expectNoSkill(found);
      expect(found.verdict.sentence).to.match(/^No useful skill: AUC 0\.5\d/);
    }
  });

  it('show the more in students who fall silent the more of them already have', () => {
    const lately = areaOf(shown('studentsOf7Days'), 'equal-weights');
    expect(lately).to.be.within(0.7, 0.78);
    expect(areaOf(shown('studentsOf28Days'), 'equal-weights')).to.be.above(lately);
  });

  it('show skill in who of the customers of a wholesaler stops buying, as much as honest work gives', () => {
    const found = shown('buyers');
    expect(areaOf(found, 'logistic')).to.be.within(0.7, 0.78);
    expect(found.adoption?.adopted, found.adoption?.sentence).to.equal(true);
    shown('allBuyers');
  });

  it('show no skill in the same customers once labels are shuffled', () => {
    expectNoSkill(shown('shuffled'));
  });

  it('show the more in buyers of music the longer those may have been silent who are asked about', () => {
    expect(areaOf(shown('allMusicBuyers'), 'logistic')).to.be.above(0.78);
    expect(areaOf(shown('musicBuyersOf180Days'), 'logistic')).to.be.within(0.58, 0.7);
    shown('musicBuyersOf90Days');
  });

  it('show no skill in RavenStack, whose churn has nothing to do with its use', async () => {
    const ran = await ravenStack();
    expect(ran.err).to.equal('');
    expect(ran.code).to.equal(1);
    const { verdict, horizons, weights } = JSON.parse(ran.out);
    expect(verdict.sentence).to.match(/^No useful skill: AUC 0\.(4[5-9]|5[0-5]), .*which guessing may give as well/);
    expect(horizons.map(({ days }: BacktestHorizon) => days)).to.deep.equal([30, 60, 90]);
    for (const horizon of horizons as BacktestHorizon[]) expectNoSkill(horizon);
    expect(weights.advice).to.match(/^Keep today's weights\./);
    const { set, asked } = questions.ravenStack;
    isOnPage(rowOf(set, asked, ninetyDays(ran)));
  });

  it('look like skill in the Iranian set, whose rows are copies, and a guard says so', () => {
    const row = copiesRow();
    expect(row).to.match(/near-duplicates \|$/);
    isOnPage(row);
  });
});
