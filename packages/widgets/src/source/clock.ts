/** Time as sources see it, so that tests need not wait for it. */
export interface Clock {
  /** ms since 1970. */
  now(): number;
  /** Runs something once, `ms` from now, unless the returned function is called before. */
  after(ms: number, run: () => void): () => void;
}

/** The clock of the page. */
export const pageClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
