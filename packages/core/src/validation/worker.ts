import { HealthError } from '../errors.ts';
import type { Account } from '../schema/account.ts';
import type { Outcome } from '../schema/outcome.ts';
import type { Rows } from '../stats/fit/columns.ts';
import { type LogisticFit, logisticRegression } from '../stats/fit/logistic-regression.ts';
import { mustBe } from '../stats/must-be.ts';
import type { Measured } from '../stats/truth/measured.ts';
import { type Backtest, type BacktestPlan, startBacktest } from './backtest.ts';
import type { BacktestReport } from './backtest-report.ts';

/** What a worker may be asked, each a plain message: to fit, or a backtest in steps, accounts some at a time. */
export type WorkerQuestion =
  | { readonly kind: 'fit'; readonly rows: Rows; readonly happened: readonly boolean[]; readonly lambda: number }
  | { readonly kind: 'start'; readonly outcomes: readonly Outcome[]; readonly plan: BacktestPlan }
  | { readonly kind: 'add'; readonly accounts: readonly Account[] }
  | { readonly kind: 'finish' };

/** What it answers: one answer to each question, and before a report how far it has come. */
export type WorkerAnswer =
  | { readonly kind: 'fit'; readonly fit: Measured<LogisticFit> }
  | { readonly kind: 'started' }
  /** So many accounts have come in all: whoever waits for it before sending more keeps memory bounded. */
  | { readonly kind: 'added'; readonly accounts: number }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'report'; readonly report: BacktestReport }
  /** What is wrong with the question: the messages of the HealthError that the same call throws outside of a worker. */
  | { readonly kind: 'refused'; readonly issues: readonly { readonly code: string; readonly message: string }[] };

/**
 * What a worker of the host's own does with its messages, in a browser or in Node: it knows neither, and is handed what
 * sends an answer. `const answer = answerIn(postMessage); onmessage = ({ data }) => answer(data);`
 */
export function answerIn(post: (answer: WorkerAnswer) => void): (question: WorkerQuestion) => void {
  let backtest: Backtest | null = null;
  let accounts = 0;
  const begun = (): Backtest => {
    mustBe(backtest !== null, 'question', 'asked after one of kind start', backtest);
    return backtest as Backtest;
  };
  const answers: {
    [Kind in WorkerQuestion['kind']]: (asked: Extract<WorkerQuestion, { kind: Kind }>) => WorkerAnswer;
  } = {
    fit: ({ rows, happened, lambda }) => ({ kind: 'fit', fit: logisticRegression(rows, happened, { lambda }) }),
    start({ outcomes, plan }) {
      backtest = startBacktest(outcomes, plan);
      accounts = 0;
      return { kind: 'started' };
    },
    add(asked) {
      for (const account of asked.accounts) {
        begun().add(account);
        accounts++;
      }
      return { kind: 'added', accounts };
    },
    finish: () => ({ kind: 'report', report: begun().finish((share) => post({ kind: 'progress', share })) }),
  };
  return (question) => {
    try {
      const kind = question?.kind;
      mustBe(Object.hasOwn(answers, kind), 'question.kind', `one of ${Object.keys(answers).join(', ')}`, kind);
      // The kind picks the answer that takes such a question.
      const answer = answers[kind] as (asked: WorkerQuestion) => WorkerAnswer;
      post(answer(question));
    } catch (error) {
      if (!(error instanceof HealthError)) throw error;
      post({ kind: 'refused', issues: error.issues.map(({ code, message }) => ({ code, message })) });
    }
  };
}
