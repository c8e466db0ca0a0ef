import type { HealthSource, Sourced, SourceState } from './health-source.ts';
import { share } from './share.ts';

/** A source of reports, or customers' views, the page already has. */
export interface MemorySource<R extends Sourced = Sourced> extends Required<HealthSource<R>> {
  /** Puts a report in the place of that account's last one; widgets that show it follow at once. */
  update(report: R): void;
  /** Forgets an account: its widgets become empty. */
  remove(accountId: string): void;
}

/** Gives out `reports` by `account.id`. An account that is not among them is empty. */
export function memorySource<R extends Sourced = Sourced>(reports: Iterable<R> = []): MemorySource<R> {
  const known = new Map([...reports].map((report) => [report.account.id, report]));
  const open = new Map<string, (state: SourceState<R>) => void>();

  const stateOf = (accountId: string): SourceState<R> => {
    const report = known.get(accountId);
    return report ? { status: 'ready', report, receivedAt: Date.now() } : { status: 'empty' };
  };
  const tellAgain = (accountId: string) => open.get(accountId)?.(stateOf(accountId));

  return {
    ...share((accountId, tell) => {
      open.set(accountId, tell);
      tell(stateOf(accountId));
      return { refresh: () => tell(stateOf(accountId)), stop: () => open.delete(accountId) };
    }),
    update(report) {
      known.set(report.account.id, report);
      tellAgain(report.account.id);
    },
    remove(accountId) {
      known.delete(accountId);
      tellAgain(accountId);
    },
  };
}
