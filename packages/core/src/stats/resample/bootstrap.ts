import { mustBe } from '../must-be.ts';
import { mustBeConfidence } from '../normal.ts';
import { sortedQuantile } from '../sorted-quantile.ts';
import { type Measured, measured, unmeasured } from '../truth/measured.ts';
import type { Generator } from './seeded.ts';

/** How rows are drawn anew. */
export interface Resampling {
  readonly generator: Generator;
  /** How often; 400 when absent, from 40 to 10,000. */
  readonly times?: number;
  /** 0.95 when absent. */
  readonly confidence?: number;
}

/** An interval that draws gave, and of how many of them. */
export interface BootstrapInterval {
  readonly low: number;
  readonly high: number;
  readonly draws: number;
}

/**
 * Draws whole groups of rows, such as all of one account, with replacement, as many as there are: the numbers of the
 * rows drawn, draw after draw. Rows of a group depend on each other, so that an interval from single rows is too narrow.
 * Davison & Hinkley, "Bootstrap Methods and their Application" (1997), section 3.8.
 */
export function* drawGroups(
  groups: readonly string[],
  { generator, times = 400 }: Resampling,
): IterableIterator<number[]> {
  mustBe(Number.isInteger(times) && times >= 40 && times <= 10_000, 'times', 'a whole number from 40 to 10000', times);
  const byGroup = new Map<string, number[]>();
  groups.forEach((group, row) => {
    const rows = byGroup.get(group);
    if (rows) rows.push(row);
    else byGroup.set(group, [row]);
  });
  // By name, so that the same seed draws the same accounts whatever the order of the rows.
  const held = [...byGroup].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rows]) => rows);
  for (let draw = 0; draw < times; draw++) {
    const rows: number[] = [];
    for (let k = 0; k < held.length; k++) rows.push(...(held[Math.floor(generator() * held.length)] ?? []));
    yield rows;
  }
}

/**
 * The percentile interval of draws of one figure, those left out in which it could not be said. None where that is more
 * than 1 in 10 of them.
 */
export function percentileInterval(draws: readonly (number | null)[], confidence = 0.95): Measured<BootstrapInterval> {
  mustBeConfidence(confidence);
  const said = Float64Array.from(draws.filter((value) => value !== null)).sort();
  if (said.length === 0 || said.length < 0.9 * draws.length) {
    return unmeasured('too-few', 'In too many draws the figure could not be said: there are too few of one outcome.');
  }
  const tail = (1 - confidence) / 2;
  return measured({ low: sortedQuantile(said, tail), high: sortedQuantile(said, 1 - tail), draws: said.length });
}
