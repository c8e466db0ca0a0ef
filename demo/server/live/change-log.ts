/** Which accounts' reports have changed, and when: enough to tell a reader what it missed. */
export interface ChangeLog {
  /** The reports of these accounts are other ones now. */
  tell(accounts: readonly string[]): void;
  /** An id for whoever begins to listen now. */
  begin(): number;
  /** What changed after an id, and the id to ask from the next time; null where that is not known any more. */
  after(id: number): { readonly id: number; readonly accounts: readonly string[] } | null;
  /** Resolves at the next change, at the end of the log, after `ms`, or when `signal` is aborted. */
  next(ms: number, signal: AbortSignal): Promise<void>;
  readonly isEnded: boolean;
  /** Nothing more will be told: the server ends. */
  end(): void;
}

/**
 * A log that keeps of each account the last change alone, and of `most` accounts at most. Ids are times, in ms since 1970:
 * from the ids of one account's changes nobody learns how often others change.
 */
export function changeLog(now: () => number, most = 10_000): ChangeLog {
  let last = now();
  /** Of changes up to here not all are known: of those before the log began, and of those it has dropped, none is. */
  let known = last;
  let isEnded = false;
  const changed = new Map<string, number>();
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const one of [...waiting]) one();
  };

  return {
    tell(accounts) {
      last = Math.max(now(), last + 1);
      for (const account of accounts) {
        // Set anew it comes last.
        changed.delete(account);
        changed.set(account, last);
      }
      for (const [account, id] of changed) {
        if (changed.size <= most) break;
        changed.delete(account);
        known = id;
      }
      wake();
    },
    begin() {
      last = Math.max(now(), last);
      return last;
    },
    after(id) {
      if (!(id >= known && id <= last)) return null;
      return { id: last, accounts: [...changed].flatMap(([account, at]) => (at > id ? account : [])) };
    },
    next: (ms, signal) =>
      new Promise((resolve) => {
        const done = () => {
          waiting.delete(done);
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        waiting.add(done);
        signal.addEventListener('abort', done);
        if (isEnded || signal.aborted) done();
      }),
    get isEnded() {
      return isEnded;
    },
    end() {
      isEnded = true;
      wake();
    },
  };
}
