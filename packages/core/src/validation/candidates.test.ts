import { expect } from 'chai';
import { bgBbOutlook } from '../stats/fit/bg-bb-outlook.ts';
import { auc } from '../stats/truth/auc.ts';
import { type Candidate, learnAll, learnOne, lessonOf } from './candidates.ts';
import type { Feature } from './feature.ts';
import type { StandingRow } from './gather-rows.ts';
import { periodsOf } from './learn-hazard.ts';
import { mix } from './mix.ts';

const day = 86_400_000;
const chance = (seed: number): number => mix(seed) / 2 ** 32;
const features: readonly Feature[] = [{ id: 'activeWeeks12', event: 'use', activeWeeks: 12, direction: -1 }];
const columns = ['activeWeeks12'];
const testFrom = 240 * day;

/** Accounts at eight cut-offs: those active in fewer weeks end sooner, and the young sooner than the old. */
const rows = Array.from({ length: 400 }, (_, n) => n).flatMap((n): StandingRow[] => {
  const since = -600 * chance(n) * day;
  const active = Math.round(12 * chance(n + 1e5));
  const ends = 30 * day * (1 + active / 3) * -Math.log(chance(n + 2e5)) * (since < -300 * day ? 2 : 1);
  return [0, 30, 60, 90, 120, 150, 180, 210].flatMap((days) => {
    const cutOff = days * day;
    if (ends < cutOff) return [];
    const life = { since, next: ends, onOff: { active, last: active && 12, periods: 12 } };
    const happened = ends < cutOff + 90 * day;
    return [{ account: `a${n}`, cutOff, values: [active], observed: [cutOff], happened, standing: null, life }];
  });
});
rows.sort((a, b) => a.cutOff - b.cutOff);
const dataset = { columns, rows, horizon: 90 * day, leftOut: { notYet: 0, gone: 0, unfinished: 0, noStart: 0 } };
const finished = rows.filter(({ cutOff }) => cutOff + 90 * day <= testFrom);
const lesson = lessonOf(dataset, finished, testFrom, { days: 90, every: 'month', features });
const learned = (id: Candidate['id']): Candidate => learnOne(id, lesson) ?? expect.fail(`nothing is learned by ${id}`);
const said = (candidate: Candidate, of: readonly StandingRow[]) => of.map((row) => candidate.says(row));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('what can be learned', () => {
  it('is a logistic regression, a hazard and BG/BB, each of which ranks what it can see', () => {
    const all = learnAll(lesson);
    expect(all.map(({ id }) => id)).to.deep.equal(['logistic', 'hazard', 'bg-bb']);
    const happened = finished.map((row) => row.happened);
    for (const one of all) {
      const risk = said(one, finished).map((each) => each.risk);
      expect(auc(happened, risk).value, one.id).to.be.above(0.6);
      const probabilities = said(one, finished).map(({ probability }) => probability);
      expect(mean(probabilities), one.id).to.be.closeTo(mean(happened.map(Number)), 0.06);
    }
  });

  it('by hazard is from rows whose first period has ended, though their horizon has not, and from none later', () => {
    const of = learned('hazard').learned.from;
    expect(of.length).to.equal(rows.filter(({ cutOff }) => cutOff <= 210 * day).length);
    expect(of.length).to.be.above(finished.length);
    const early = lessonOf(dataset, finished, 150 * day, { days: 90, every: 'month', features });
    const until = rows.filter(({ cutOff }) => cutOff <= 120 * day);
    expect(learnOne('hazard', early)?.learned.from).to.have.length(until.length);
    const ended = until.filter(({ cutOff, life }) => (life.next ?? Infinity) < cutOff + 30 * day);
    expect(learnOne('hazard', early)?.learned.from.filter(({ happened }) => happened)).to.have.length(ended.length);
  });

  it('by hazard is of periods of which a whole number makes up the horizon', () => {
    expect(periodsOf(90, 'month')).to.deep.equal({ periodDays: 30, periods: 3 });
    expect(periodsOf(1, 'month')).to.deep.equal({ periodDays: 1, periods: 1 });
    expect(periodsOf(30, 'week').periods).to.equal(4);
    expect(periodsOf(91, 'week')).to.deep.equal({ periodDays: 7, periods: 13 });
  });

  it('by BG/BB ranks by the active weeks to come, not by who is alive', () => {
    const candidate = learned('bg-bb');
    if (candidate.how.kind !== 'bg-bb') expect.fail('expected its parameters');
    const { how } = candidate;
    const row = (active: number, last: number, periods = 12): StandingRow => ({
      ...(rows[0] as StandingRow),
      life: { since: 0, next: null, onOff: { active, last, periods } },
    });
    // Seen in its last week, and else never: surely alive, and hardly ever active.
    const [rare, often] = [row(1, 12), row(11, 11)];
    const alive = (one: StandingRow) =>
      bgBbOutlook(how, one.life.onOff ?? { active: 0, last: 0, periods: 1 }, how.weeks).alive;
    expect(alive(rare)).to.be.above(alive(often) - 0.05);
    expect(candidate.says(rare).risk).to.be.above(candidate.says(often).risk);
    expect(-candidate.says(rare).risk).to.be.closeTo(
      bgBbOutlook(how, { active: 1, last: 12, periods: 12 }, how.weeks).expected,
      1e-12,
    );
    // Who has never come back, and is new, is not lost for that: 1 − P(alive) of BG/NBD would say the contrary.
    expect(candidate.says(row(1, 1, 1)).risk).to.be.below(candidate.says(row(1, 1, 12)).risk);
  });

  it('ranks rows without their intervals, which take as many steps as there are pairs of columns', () => {
    for (const candidate of learnAll(lesson)) {
      const before = said(candidate, finished.slice(0, 9));
      Object.defineProperty(candidate.learned.fit, 'covariance', {
        get: () => expect.fail(`${candidate.id} asks for the covariance of its weights`),
      });
      expect(said(candidate, finished.slice(0, 9))).to.deep.equal(before);
    }
  });

  it('by BG/BB is nothing where no feature says what activity is', () => {
    const without = features.map((feature) => ({ ...feature, direction: 0 as const }));
    const bare = lessonOf(dataset, finished, testFrom, { days: 90, every: 'month', features: without });
    expect(learnOne('bg-bb', bare)).to.equal(null);
    const untracked = finished.map((row) => ({ ...row, life: { ...row.life, onOff: null } }));
    expect(learnOne('bg-bb', { ...lesson, finished: untracked })).to.equal(null);
  });

  it('is nothing where only one outcome came', () => {
    const none = rows.map((row) => ({ ...row, happened: false, life: { ...row.life, next: null } }));
    const still = lessonOf({ ...dataset, rows: none }, none, testFrom, { days: 90, every: 'month', features });
    expect(learnAll(still)).to.deep.equal([]);
  });
});
