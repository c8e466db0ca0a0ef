import { type Account, buildReport, HealthError, type Model, type Report } from '@hale/core';
import type { HealthSource, SourceState } from './health-source.ts';
import { share } from './share.ts';

/** What a model source needs: a model, the accounts it scores, and the time they are scored at. */
export interface ModelSourceOptions {
  readonly model: Model;
  readonly accounts: Iterable<Account>;
  /** When "now" is: an instant, or a function that is asked at each scoring. The page's clock where absent. */
  readonly now?: string | Date | (() => string | Date);
}

/** A source that scores in the page, from facts and events; no server takes part. */
export interface ModelSource extends Required<HealthSource<Report>> {
  /** Puts an account in the place of its last version and scores it at once. */
  update(account: Account): void;
}

/** Scores `accounts` with `model` as widgets ask for them. An account that is not among them is empty. */
export function modelSource({ model, accounts, now = () => new Date() }: ModelSourceOptions): ModelSource {
  const known = new Map([...accounts].map((account) => [account.id, account]));
  const open = new Map<string, (state: SourceState<Report>) => void>();
  const at = () => (typeof now === 'function' ? now() : now);

  const score = (accountId: string): SourceState<Report> => {
    const account = known.get(accountId);
    if (!account) return { status: 'empty' };
    try {
      return { status: 'ready', report: buildReport(model, account, { now: at() }), receivedAt: Date.now() };
    } catch (thrown) {
      if (!(thrown instanceof HealthError)) throw thrown;
      return { status: 'error', error: { code: 'model', message: thrown.issues[0]?.message ?? '', retryAt: null } };
    }
  };

  return {
    ...share((accountId, tell) => {
      open.set(accountId, tell);
      tell(score(accountId));
      return { refresh: () => tell(score(accountId)), stop: () => open.delete(accountId) };
    }),
    update(account) {
      known.set(account.id, account);
      open.get(account.id)?.(score(account.id));
    },
  };
}
