import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { BacktestPlan, BacktestReport, Outcome, WorkerAnswer } from '@hale/core/validation';
import type { AccountText } from './account-text.ts';
import type { ThreadQuestion } from './backtest-worker.ts';

/** A backtest that is worked out on a thread of its own. */
export interface BacktestThread {
  /** Resolves when the accounts have been looked at, so that no more wait than these. */
  read(texts: readonly AccountText[]): Promise<void>;
  finish(): Promise<BacktestReport>;
  /** Ends the thread, whatever it is at. */
  end(): Promise<unknown>;
}

/** Starts the thread. What goes wrong in it, and what the backtest refuses, is thrown by whoever waits for an answer. */
export async function startThread(outcomes: readonly Outcome[], plan: BacktestPlan): Promise<BacktestThread> {
  const worker = new Worker(new URL('./backtest-worker.ts', import.meta.url));
  const ended = new AbortController();
  worker.once('exit', () => ended.abort(new Error('The backtest was ended before it was whole.')));
  const ask = async (question: ThreadQuestion): Promise<WorkerAnswer> => {
    worker.postMessage(question);
    for (;;) {
      const [answer] = (await once(worker, 'message', { signal: ended.signal })) as [WorkerAnswer];
      if (answer.kind === 'refused') throw new Error(answer.issues.map(({ message }) => message).join('\n'));
      if (answer.kind !== 'progress') return answer;
    }
  };
  await ask({ kind: 'start', outcomes, plan }).catch(async (error) => {
    await worker.terminate();
    throw error;
  });
  return {
    async read(texts) {
      await ask({ kind: 'read', texts });
    },
    async finish() {
      const answer = await ask({ kind: 'finish' });
      if (answer.kind !== 'report') throw new Error(`The thread answered ${answer.kind} in place of a report.`);
      return answer.report;
    },
    end: () => worker.terminate(),
  };
}
