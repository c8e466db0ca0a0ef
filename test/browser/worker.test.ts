import { parseAccount } from '@hale/core';
import {
  type BacktestPlan,
  cutOffs,
  logisticRegression,
  parseBacktest,
  runBacktest,
  seeded,
  standardFeatures,
  type WorkerAnswer,
  type WorkerQuestion,
} from '@hale/core/validation';
import { expect } from 'chai';

const day = 86_400_000;
const start = Date.UTC(2025, 0, 1);
const iso = (at: number) => new Date(at).toISOString();

/** A page whose policy, which the test server sends with it, lets scripts and workers of its origin through, and nothing else. */
async function strictPage(): Promise<{ window: Window & typeof globalThis; close: () => void }> {
  const frame = document.createElement('iframe');
  frame.src = '/strict-page.html';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  // What a frame of one's own origin holds is a window with all its constructors.
  return { window: frame.contentWindow as Window & typeof globalThis, close: () => frame.remove() };
}

/** What a worker answers, until it has answered all questions. */
function answers(worker: Worker, questions: readonly WorkerQuestion[]): Promise<WorkerAnswer[]> {
  const told: WorkerAnswer[] = [];
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || 'The worker could not be started.'));
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
      told.push(data);
      if (told.filter(({ kind }) => kind !== 'progress').length === questions.length) resolve(told);
    };
    for (const question of questions) worker.postMessage(question);
  });
}

describe('a worker of the host, under a strict policy', () => {
  let page: Awaited<ReturnType<typeof strictPage>>;
  let worker: Worker;

  beforeEach(async () => {
    page = await strictPage();
    worker = new page.window.Worker('/host-worker.js', { type: 'module' });
  });
  afterEach(() => {
    worker.terminate();
    page.close();
  });

  it('fits, and comes to the same weights as the page itself', async () => {
    const random = seeded(3);
    const rows = Array.from({ length: 400 }, () => [random(), random(), random()]);
    const happened = rows.map(([one = 0]) => random() < one);
    const [told] = await answers(worker, [{ kind: 'fit', rows, happened, lambda: 10 }]);
    expect(told).to.deep.equal({ kind: 'fit', fit: logisticRegression(rows, happened, { lambda: 10 }) });
  });

  it('makes the same backtest, of accounts that are sent some at a time', async () => {
    const random = seeded(4);
    const end = start + 200 * day;
    const accounts = Array.from({ length: 50 }, (_, n) => {
      const every = (2 + 9 * random()) * day;
      const events = [];
      for (let at = start; at < end; at += every) events.push({ name: 'use', at: iso(at) });
      return parseAccount({ id: `a${n}`, since: iso(start), events });
    });
    const outcomes = accounts
      .slice(0, 25)
      .map(({ id }, n) => ({ account: id, kind: 'churned' as const, at: iso(start + (60 + 5 * n) * day) }));
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
    const told = await answers(worker, [
      { kind: 'start', outcomes, plan },
      { kind: 'add', accounts: accounts.slice(0, 20) },
      { kind: 'add', accounts: accounts.slice(20) },
      { kind: 'finish' },
    ]);
    const last = told.at(-1);
    if (last?.kind !== 'report') expect.fail(`expected a report, not ${JSON.stringify(last)}`);
    expect(parseBacktest(last.report)).to.deep.equal(runBacktest(accounts, outcomes, plan));
    expect(told.some(({ kind }) => kind === 'progress')).to.equal(true);
  });

  it('is what the policy lets through: one that is made of text is not', async () => {
    const address = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
    const outcome = await new Promise((resolve) => {
      try {
        const other = new page.window.Worker(address);
        other.onmessage = () => resolve('it ran');
        other.onerror = () => resolve('refused');
      } catch {
        resolve('refused');
      }
    });
    URL.revokeObjectURL(address);
    expect(outcome).to.equal('refused');
  });
});
