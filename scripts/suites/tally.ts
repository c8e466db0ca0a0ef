/** What one suite or check came to. */
export interface Tally {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
}

/** The sum over all, as the closing line of a run: `41 passed, 0 failed`, and `, 1 skipped` only when something was. */
export function closing(tallies: readonly Tally[]): string {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  const skipped = sum((tally) => tally.skipped);
  const line = `${sum((tally) => tally.passed)} passed, ${sum((tally) => tally.failed)} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/** One suite as a line of a table: name, counts, time. */
export function row(tally: Tally): string {
  const mark = tally.failed > 0 ? '✗' : '✓';
  const counts = closing([tally]).replace(', 0 failed', '');
  return `${mark} ${tally.name.padEnd(12)} ${counts.padEnd(28)} ${tally.seconds.toFixed(1).padStart(6)} s`;
}
