import type { Account } from '../schema/account.ts';
import type { Outcome } from '../schema/outcome.ts';
import { dayMs, parseInstant } from '../schema/time.ts';
import type { BacktestReport } from './backtest-report.ts';

/** The event in which a person says whether a score is right: properties `says` ("agree", "disagree") and `why`. */
export const feedbackEvent = 'score-feedback';

type Told = NonNullable<BacktestReport['feedback']>;

/**
 * What people said of the scores of some accounts, as a backtest has it: of all of what is in a backtest, only this
 * changes when they say more. Null where nobody said anything.
 */
export function readFeedback(
  accounts: Iterable<Pick<Account, 'id' | 'events'>>,
  outcomes: readonly Outcome[],
  {
    of = 'churned',
    horizonDays,
    knownUntil,
  }: { readonly of?: Outcome['kind']; readonly horizonDays: number; readonly knownUntil: number },
): BacktestReport['feedback'] {
  const feedback = gatherFeedback(outcomes, of, horizonDays, knownUntil);
  for (const account of accounts) feedback.add(account);
  return feedback.told();
}

/** How many are kept in words. */
const kept = 50;

/** What people said of scores, account after account; the newest 50 are kept in words, and of others their count. */
export function gatherFeedback(
  outcomes: readonly Outcome[],
  of: Outcome['kind'],
  horizonDays: number,
  knownUntil: number,
): { add(account: Pick<Account, 'id' | 'events'>): void; told(): Told | null } {
  const count = { agree: 0, disagree: 0 };
  const came = new Map<string, number[]>();
  for (const { account, kind, at } of outcomes) {
    if (kind !== of) continue;
    const known = came.get(account);
    if (known) known.push(parseInstant(at));
    else came.set(account, [parseInstant(at)]);
  }
  const happened = (account: string, at: number): boolean | null => {
    const until = at + horizonDays * dayMs;
    const isSo = came.get(account)?.some((when) => when >= at && when < Math.min(until, knownUntil));
    return isSo || (until <= knownUntil ? false : null);
  };
  let latest: (Told['latest'][number] & { readonly ms: number })[] = [];
  const newest = () => latest.sort((a, b) => b.ms - a.ms || order(a.account, b.account)).slice(0, kept);
  return {
    add({ id, events = [] }) {
      for (const { name, at, properties } of events) {
        const says = properties?.says;
        if (name !== feedbackEvent || (says !== 'agree' && says !== 'disagree')) continue;
        const ms = parseInstant(at);
        if (ms >= knownUntil) continue;
        count[says]++;
        const why = typeof properties?.why === 'string' ? properties.why.slice(0, 2000) : null;
        latest.push({ account: id, at, says, why, happened: happened(id, ms), ms });
        if (latest.length >= 20 * kept) latest = newest();
      }
    },
    told() {
      if (latest.length === 0) return null;
      return { ...count, latest: newest().map(({ ms, ...one }) => one) };
    },
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
