import { setImmediate } from 'node:timers/promises';
import { type BacktestReport, cutOffs, type Outcome, standardFeatures, startBacktest } from '@hale/core/validation';
import { readMeta } from '../../data/prepare-database.ts';
import type { Session } from '../database/session.ts';
import type { Portfolio } from '../portfolio.ts';
import { accountDocuments } from '../reading/account-document.ts';

/** What scores of a portfolio said on days gone by, against what became of the accounts. */
export interface PortfolioBacktest {
  /** Worked out when first asked for, and again once it is forgotten. */
  report(): Promise<BacktestReport>;
  /** Works it out before anybody asks, until it is told to stop; resolves when nothing is being worked out. */
  readAhead(stop: AbortSignal): Promise<void>;
  /** What it is made of has changed: somebody said whether a score is right. */
  forget(): void;
}

const day = 86_400_000;
/** Accounts that are read at a time; between them other requests are answered. */
const atOnce = 25;
/** What features look back over: before that many days of records, an account seems silent that was not. */
const reach = 84 * day;

/** The backtest of a portfolio: the records end at one instant, so it is worked out once and kept. */
export function portfolioBacktest(portfolio: Portfolio): PortfolioBacktest {
  let kept: Promise<BacktestReport> | null = null;
  const report = (stop?: AbortSignal): Promise<BacktestReport> => {
    const made = kept ?? makeBacktest(portfolio, stop);
    kept = made;
    // What failed is tried again by whoever asks next.
    made.catch(() => {
      if (kept === made) kept = null;
    });
    return made;
  };
  return {
    report: () => report(),
    async readAhead(stop) {
      // Whoever asks for one that fails is told why.
      if (!stop.aborted) await report(stop).catch(() => {});
    },
    forget() {
      kept = null;
    },
  };
}

async function makeBacktest({ session, model, asOf }: Portfolio, stop?: AbortSignal): Promise<BacktestReport> {
  // An account is older than what is recorded of its use; what is older than that tells of those only that are still there.
  const [span] = await session.rows<{ first: string | null }>(
    `SELECT min("at") AS first FROM events WHERE name = 'use'`,
  );
  const outcomes = await session.rows<Outcome>(
    'SELECT account_id AS account, kind, "at" FROM outcomes o ORDER BY o.at, account_id',
  );
  const from = Math.min(asOf, (span?.first ? Date.parse(span.first) : asOf) + reach);
  const zone = model.timeZone ?? 'UTC';
  const backtest = startBacktest(outcomes, {
    ...standardFeatures(await namesIn(session)),
    title: (await readMeta(session))?.title ?? model.id,
    model,
    every: 'month',
    knownUntil: asOf,
    cutOffs: cutOffs({ from, to: asOf, every: 'month', zone }),
    zone,
  });
  const ids = (await session.rows<{ id: string }>('SELECT id FROM accounts ORDER BY id')).map(({ id }) => id);
  for (let start = 0; start < ids.length; start += atOnce) {
    for (const account of await accountDocuments(session, ids.slice(start, start + atOnce))) {
      backtest.add(account);
      await setImmediate();
      stop?.throwIfAborted();
    }
  }
  return backtest.finish();
}

/** What the records name, of what features are made of. */
async function namesIn(session: Session) {
  const rows = await session.rows<{ name: string }>(
    'SELECT DISTINCT name FROM facts UNION SELECT DISTINCT name FROM events',
  );
  const known = new Set(rows.map(({ name }) => name));
  const named = <Key extends string>(key: Key) => (known.has(key) ? { [key]: key } : {}) as { readonly [K in Key]?: K };
  return {
    use: 'use',
    feature: 'feature',
    ...named('ticket'),
    ...named('seats'),
    ...named('nps'),
    ...named('renewal'),
  };
}
