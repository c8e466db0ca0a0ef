import type { Store } from '../database/session.ts';
import type { Portfolio } from '../portfolio.ts';
import { type Consequence, rescore } from './rescore.ts';

/** Scores accounts again soon after events of theirs were taken in. */
export interface Rescoring {
  /** Something may be there to score: done within a second, together with what comes until then. */
  soon(): void;
  /** Begins nothing more, and resolves when what is under way is done. */
  close(): Promise<void>;
}

export interface RescoringOptions {
  readonly store: Store;
  readonly portfolio: Portfolio;
  /** ms since 1970, as `Date.now`. */
  readonly now: () => number;
  /** Writes what follows from the change, in its own transaction; nothing when absent. */
  readonly also?: Consequence | undefined;
  /** Told the accounts whose reports are other ones now. */
  readonly changed: (accounts: readonly string[]) => void;
  /** Told what went wrong. The accounts stay noted, and are tried again. */
  readonly failed: (error: unknown) => void;
}

/** ms in which batches gather. */
const gathering = 100;
/** ms after which what failed is tried again. */
const pause = 5000;

/** One scoring at a time, off the requests: a request that takes events in is answered before they are scored. */
export function rescoring({ store, portfolio, now, also, changed, failed }: RescoringOptions): Rescoring {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isDue = false;
  let isClosed = false;

  function after(ms: number): void {
    if (isClosed) return;
    isDue = true;
    if (!running) timer ??= setTimeout(begin, ms);
  }

  function begin(): void {
    timer = null;
    running = all().finally(() => {
      running = null;
      if (isDue) after(pause);
    });
  }

  async function all(): Promise<void> {
    try {
      while (isDue && !isClosed) {
        isDue = false;
        const done = await rescore(store, portfolio, now(), also);
        if (done.changed.length) changed(done.changed);
        isDue ||= done.scored > 0;
      }
    } catch (error) {
      isDue = true;
      failed(error);
    }
  }

  return {
    soon: () => after(gathering),
    async close() {
      isClosed = true;
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}
