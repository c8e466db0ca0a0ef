/**
 * How long it takes to check scores against what came after: `npm run bench:truth`. Times are of the processor and not of
 * the clock, and nothing here is a test.
 *
 *   training       10,000 rows × 20 columns, L2 logistic regression, against writing the rows as JSON
 *   looking back   1,000 accounts × 12 cut-offs from a million events, score and features, at 30, 60 and 90 days
 */
import { type Account, parseAccount } from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import {
  cutOffs,
  logisticRegression,
  type Outcome,
  seeded,
  standardFeatures,
  startBacktest,
} from '@hale/core/validation';

const day = 86_400_000;
const end = Date.UTC(2026, 10, 1);

/** Processor time in milliseconds, and what came of the work. */
function timed<T>(work: () => T): { ms: number; result: T } {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000, result };
}

const say = (what: string, figure: string): void => console.log(`${what.padEnd(52)} ${figure}`);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

function training(): void {
  const random = seeded(3);
  const weights = Array.from({ length: 20 }, () => random() - 0.5);
  const rows = Array.from({ length: 10_000 }, () => weights.map(() => random() * 4 - 2));
  const happened = rows.map((row) => {
    const logOdds = row.reduce((sum, value, column) => sum + value * (weights[column] ?? 0), -1);
    return random() < 1 / (1 + Math.exp(-logOdds));
  });
  const fits = Array.from({ length: 5 }, () => timed(() => logisticRegression(rows, happened, { lambda: 10 })));
  const middle = fits.map(({ ms }) => ms).toSorted((a, b) => a - b)[2] ?? Number.NaN;
  const written = timed(() => JSON.stringify(rows)).ms;
  say('training, 10,000 rows × 20 columns', seconds(middle));
  say('  against writing those rows as JSON', `${(middle / written).toFixed(1)} times`);
}

/** Accounts used on and off, one of five of which falls silent and leaves; each with some thousand events. */
function* company(outcomes: Outcome[]): Generator<Account> {
  const random = seeded(4);
  const iso = (at: number): string => new Date(at).toISOString();
  for (let n = 0; n < 1000; n++) {
    const since = end - 480 * day;
    const gone = random() < 0.3 ? end - 330 * day * random() : null;
    const until = gone ?? end;
    if (gone !== null) outcomes.push({ account: `a${n}`, kind: 'churned', at: iso(gone) });
    const events = Array.from({ length: 1000 }, (_, k) => {
      const share = random();
      // Who leaves has done most of it long before.
      const at = since + (until - since) * (gone === null ? share : share ** 1.7);
      const properties = { feature: `f${k % 9}`, key: k % 3 === 0 };
      return { name: k % 50 === 0 ? 'ticket' : 'use', at: iso(at), user: `u${k % 14}`, properties };
    });
    const facts = { seats: 5 + (n % 40), nps: n % 11, employees: 10 * (n % 300) };
    yield parseAccount({ id: `a${n}`, since: iso(since), facts, events });
  }
}

function lookingBack(): void {
  // The accounts are made once more to be looked at, so that none is kept.
  const outcomes: Outcome[] = [];
  const making = timed(() => {
    for (const _ of company(outcomes));
  }).ms;
  const { features, measures } = standardFeatures({
    use: 'use',
    feature: 'feature',
    ticket: 'ticket',
    seats: 'seats',
    nps: 'nps',
  });
  const { ms, result } = timed(() => {
    const backtest = startBacktest(outcomes, {
      title: 'A million events',
      model: b2bSaas,
      features,
      measures,
      every: 'month',
      cutOffs: cutOffs({ from: end - 365 * day, to: end - 1, every: 'month' }),
      knownUntil: end,
    });
    for (const account of company([])) backtest.add(account);
    return backtest.finish();
  });
  say('looking back, 1,000 accounts × 12, a million events', seconds(ms - making));
  say('  and making the accounts', seconds(making));
  say('  memory at most', `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  console.log(result.verdict.sentence);
}

training();
lookingBack();
