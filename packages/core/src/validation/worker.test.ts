import { expect } from 'chai';
import { account as accountSchema } from '../schema/account.ts';
import { parse } from '../schema/parse.ts';
import { toInstant } from '../schema/time.ts';
import { logisticRegression } from '../stats/fit/logistic-regression.ts';
import { type BacktestPlan, runBacktest } from './backtest.ts';
import { cutOffs } from './cut-offs.ts';
import { mix } from './mix.ts';
import { standardFeatures } from './standard-features.ts';
import { answerIn, type WorkerAnswer, type WorkerQuestion } from './worker.ts';

const day = 86_400_000;
const start = Date.UTC(2025, 0, 1);
const end = start + 200 * day;
const chance = (seed: number): number => mix(seed) / 2 ** 32;

const accounts = Array.from({ length: 60 }, (_, n) => {
  const every = (2 + 9 * chance(n)) * day;
  const events = [];
  for (let at = start; at < end; at += every) events.push({ name: 'use', at: toInstant(at) });
  return parse(accountSchema, { id: `a${n}`, since: toInstant(start), events }, 'the account');
});
const outcomes = accounts
  .filter((_, n) => chance(n + 1e6) < 0.5)
  .map(({ id }, n) => ({ account: id, kind: 'churned' as const, at: toInstant(start + (60 + 2 * n) * day) }));
const plan: BacktestPlan = {
  ...standardFeatures({ use: 'use' }),
  title: 'A company',
  model: null,
  every: 'month',
  cutOffs: cutOffs({ from: start, to: end, every: 'month' }),
  knownUntil: end,
  horizons: [30],
  draws: 40,
};

/** What a worker answers; messages are copied on their way, as they are between threads. */
function answers(questions: readonly WorkerQuestion[]): WorkerAnswer[] {
  const told: WorkerAnswer[] = [];
  const answer = answerIn((one) => told.push(structuredClone(one)));
  for (const question of questions) answer(structuredClone(question));
  return told;
}

describe('answerIn', () => {
  it('makes the same backtest of accounts that come some at a time, and says how far it is', () => {
    const told = answers([
      { kind: 'start', outcomes, plan },
      { kind: 'add', accounts: accounts.slice(0, 25) },
      { kind: 'add', accounts: accounts.slice(25) },
      { kind: 'finish' },
    ]);
    expect(told.slice(0, 3)).to.deep.equal([
      { kind: 'started' },
      { kind: 'added', accounts: 25 },
      { kind: 'added', accounts: 60 },
    ]);
    const shares = told.flatMap((one) => (one.kind === 'progress' ? [one.share] : []));
    expect(shares.length).to.be.above(0);
    expect(shares).to.deep.equal(shares.toSorted((a, b) => a - b));
    expect(told.at(-1)).to.deep.equal({ kind: 'report', report: runBacktest(accounts, outcomes, plan) });
  });

  it('fits', () => {
    const rows = Array.from({ length: 50 }, (_, n) => [chance(n), chance(n + 500)]);
    const happened = rows.map(([one = 0]) => one > 0.5);
    const fit = logisticRegression(rows, happened, { lambda: 1 });
    expect(answers([{ kind: 'fit', rows, happened, lambda: 1 }])).to.deep.equal([{ kind: 'fit', fit }]);
  });

  it('refuses in words what it cannot answer, and goes on', () => {
    const told = answers([
      { kind: 'finish' },
      { kind: 'fit', rows: [[1]], happened: [true], lambda: -1 },
      // What only JavaScript without types would send.
      { kind: 'stop' } as unknown as WorkerQuestion,
      { kind: 'start', outcomes, plan },
    ]);
    expect(told.map((one) => (one.kind === 'refused' ? one.issues[0]?.message : one.kind))).to.deep.equal([
      'question must be asked after one of kind start; given null.',
      'lambda must be a number of 0 or more; given -1.',
      'question.kind must be one of fit, start, add, finish; given "stop".',
      'started',
    ]);
  });
});
