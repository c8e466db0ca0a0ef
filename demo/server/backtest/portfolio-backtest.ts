import {
  type BacktestReport,
  cutOffs,
  feedbackEvent,
  firstCutOff,
  type Outcome,
  readFeedback,
  standardFeatures,
} from '@hale/core/validation';
import { readMeta } from '../../data/prepare-database.ts';
import demo from '../../package.json' with { type: 'json' };
import type { Session } from '../database/session.ts';
import type { Portfolio } from '../portfolio.ts';
import { grouped } from '../reading/grouped.ts';
import { accountTexts } from './account-text.ts';
import { startThread } from './backtest-thread.ts';

/** What scores of a portfolio said on days gone by, against what became of the accounts. */
export interface PortfolioBacktest {
  /** Worked out when first asked for; after that, only what people say of scores is read again once it is forgotten. */
  report(): Promise<BacktestReport>;
  /** Works it out before anybody asks, until it is told to stop; resolves when nothing is being worked out. */
  readAhead(stop: AbortSignal): Promise<void>;
  /** What people say has changed: somebody said whether a score is right. Many of them are one reading. */
  forget(): void;
}

const { version } = demo;

/** What the draws behind intervals are made with. */
const intervals = { seed: 1, draws: 400 } as const;

/** Accounts that are read at a time. */
const atOnce = 10;

/** The backtest of a portfolio: the records end at one instant, so it is worked out once and kept. */
export function portfolioBacktest(portfolio: Portfolio): PortfolioBacktest {
  let worked: Promise<BacktestReport> | null = null;
  let kept: Promise<BacktestReport> | null = null;
  const report = (stop?: AbortSignal): Promise<BacktestReport> => {
    const before = worked;
    const whole = before ?? makeBacktest(portfolio, stop);
    worked = whole;
    const made = kept ?? (before ? withFeedback(portfolio, whole) : whole);
    kept = made;
    // What failed is tried again by whoever asks next.
    whole.catch(() => {
      if (worked === whole) worked = null;
    });
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
  const outcomes = await readOutcomes(session);
  const firstUse = span?.first ? Date.parse(span.first) : asOf;
  const from = firstCutOff({ firstUse, outcomes, knownUntil: asOf });
  const zone = model.timeZone ?? 'UTC';
  const title = (await readMeta(session))?.title ?? model.id;
  const thread = await startThread(outcomes, {
    ...standardFeatures(await namesIn(session)),
    ...intervals,
    title,
    model,
    every: 'month',
    knownUntil: asOf,
    cutOffs: cutOffs({ from, to: asOf, every: 'month', zone }),
    zone,
  });
  const end = () => void thread.end();
  stop?.addEventListener('abort', end);
  try {
    const ids = (await session.rows<{ id: string }>('SELECT id FROM accounts ORDER BY id')).map(({ id }) => id);
    for (let start = 0; start < ids.length; start += atOnce) {
      await thread.read(await accountTexts(session, ids.slice(start, start + atOnce)));
      stop?.throwIfAborted();
    }
    // Without the time of day: the same records make the same report, wherever they are kept.
    return { ...(await thread.finish()), made: { program: `hale demo ${version}`, files: [title], ...intervals } };
  } finally {
    stop?.removeEventListener('abort', end);
    await thread.end();
  }
}

/** The same report with what people say by now: all that it changes. */
async function withFeedback({ session, asOf }: Portfolio, whole: Promise<BacktestReport>): Promise<BacktestReport> {
  const report = await whole;
  const [outcomes, rows] = await Promise.all([
    readOutcomes(session),
    session.rows<{ account_id: string; at: string; properties: Record<string, string> | null }>(
      `SELECT account_id, e.at AS "at", properties FROM events e WHERE name = $name
       ORDER BY account_id, e.at, CAST(properties AS VARCHAR) COLLATE "C"`,
      { name: feedbackEvent },
    ),
  ]);
  const said = [...grouped(rows, (row) => row.account_id)].map(([id, own]) => ({
    id,
    events: own.map(({ at, properties }) => ({ name: feedbackEvent, at, properties: properties ?? {} })),
  }));
  const { horizonDays, outcome: of } = report;
  return { ...report, feedback: readFeedback(said, outcomes, { of, horizonDays, knownUntil: asOf }) };
}

const readOutcomes = (session: Session): Promise<Outcome[]> =>
  session.rows<Outcome>('SELECT account_id AS account, kind, "at" FROM outcomes o ORDER BY o.at, account_id');

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
    escalated: { priority: 'urgent' },
    ...named('seats'),
    ...named('nps'),
    ...named('renewal'),
    ...named('plan'),
  };
}
