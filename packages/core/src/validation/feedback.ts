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

/** What people said of scores, account after account; the newest 50 are kept in words. */
export function gatherFeedback(
  outcomes: readonly Outcome[],
  of: Outcome['kind'],
  horizonDays: number,
  knownUntil: number,
): { add(account: Pick<Account, 'id' | 'events'>): void; told(): Told | null } {
  const count = { agree: 0, disagree: 0 };
  const all: Told['latest'] = [];
  const happened = (account: string, at: number): boolean | null => {
    const until = at + horizonDays * dayMs;
    const came = outcomes.some((one) => {
      const when = parseInstant(one.at);
      return one.account === account && one.kind === of && when >= at && when < until && when < knownUntil;
    });
    return came || (until <= knownUntil ? false : null);
  };
  return {
    add({ id, events = [] }) {
      for (const { name, at, properties } of events) {
        const says = properties?.says;
        if (name !== feedbackEvent || (says !== 'agree' && says !== 'disagree')) continue;
        if (parseInstant(at) >= knownUntil) continue;
        count[says]++;
        const why = typeof properties?.why === 'string' ? properties.why.slice(0, 2000) : null;
        all.push({ account: id, at, says, why, happened: happened(id, parseInstant(at)) });
      }
    },
    told() {
      if (all.length === 0) return null;
      const newest = all.toSorted((a, b) => (a.at === b.at ? (a.account < b.account ? -1 : 1) : a.at < b.at ? 1 : -1));
      return { ...count, latest: newest.slice(0, 50) };
    },
  };
}
