/** A clock that stands still until it is wound. It satisfies the `Clock` of the fetch source. */
export class FakeClock {
  #now = Date.parse('2026-11-14T09:00:00Z');
  #waiting = new Set<{ at: number; run: () => void }>();

  now = (): number => this.#now;

  after = (ms: number, run: () => void): (() => void) => {
    const entry = { at: this.#now + ms, run };
    this.#waiting.add(entry);
    return () => this.#waiting.delete(entry);
  };

  /** ms until each thing that waits, soonest first. */
  get waits(): number[] {
    return [...this.#waiting].map(({ at }) => at - this.#now).sort((a, b) => a - b);
  }

  /** Lets `ms` pass and runs what has come due. */
  wind(ms: number): void {
    this.#now += ms;
    for (const entry of [...this.#waiting].sort((a, b) => a.at - b.at)) {
      if (entry.at > this.#now) continue;
      this.#waiting.delete(entry);
      entry.run();
    }
  }
}
