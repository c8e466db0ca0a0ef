import { cholesky, dependentRows } from '../stats/fit/cholesky.ts';
import { mustBeTable, type Rows } from '../stats/fit/columns.ts';
import { countBelow, countUpTo } from '../stats/sorted-places.ts';
import { sortedQuantile } from '../stats/sorted-quantile.ts';
import { mix } from './mix.ts';

/** How many rows of the test lie closer to one of the training than rows without kin would. */
export interface NearDuplicates {
  /** 0…1; about 0.01 where rows have nothing to do with each other. */
  readonly share: number;
  /** How many rows of the test were looked at. */
  readonly looked: number;
}

const most = 500;

/**
 * Looks for rows of one side that are rows of the other with small changes. Columns are made alike (ranks, mean 0,
 * deviation 1, not correlated); then the distance of each row to its nearest on the other side is held against those of
 * rows whose columns have been shifted against each other: what has kin lies closer than all but 1 in 100 of these.
 * Of each side at most 500 rows are looked at. Rows that more than 1 in 20 are equal to, such as those of nobody
 * active, are left out. Ours. Null where fewer than 40 rows of a side, or two columns, are left.
 */
export function nearDuplicates(train: Rows, test: Rows): NearDuplicates | null {
  const width = mustBeTable([...train, ...test]);
  const near = some(telling(train), 1);
  const far = some(telling(test), 1_000_003);
  if (near.length < 40 || far.length < 40) return null;
  const cells = alike([...near, ...far], width);
  const columns = cells.length;
  if (columns < 2) return null;
  const seen = nearest(cells, near.length);
  const rows = near.length + far.length;
  const shifted = cells.map((values, column) => {
    const by = Math.floor((rows * (column + 0.5)) / columns);
    return Float64Array.from(values, (_, row) => values[(row + by) % rows] as number);
  });
  const edge = sortedQuantile(nearest(shifted, near.length).sort(), 0.01);
  return { share: seen.filter((distance) => distance < edge).length / seen.length, looked: seen.length };
}

/** The rows that fewer than 1 in 20 are equal to. */
function telling(rows: Rows): Rows {
  const equal = new Map<string, number>();
  for (const row of rows) equal.set(row.join(), (equal.get(row.join()) ?? 0) + 1);
  return rows.filter((row) => (equal.get(row.join()) ?? 0) <= Math.max(1, rows.length / 20));
}

/** At most so many rows in an order that has nothing to do with theirs: data comes sorted, and often with a period. */
function some(rows: Rows, seed: number): Rows {
  return [...rows.keys()]
    .sort((a, b) => mix(a + seed) - mix(b + seed))
    .slice(0, most)
    .map((row) => rows[row] as readonly number[]);
}

/** Columns of mean 0 and deviation 1 that are not correlated, of the ranks of those given; fewer where some say the same. */
function alike(rows: Rows, width: number): Float64Array[] {
  const ranked = Array.from({ length: width }, (_, column) => ranks(rows.map((row) => row[column] as number)));
  const columns = ranked.filter((values) => values.some((value) => value !== 0));
  const size = columns.length;
  const correlation = new Float64Array(size * size);
  columns.forEach((a, i) => {
    columns.forEach((b, j) => {
      correlation[i * size + j] = a.reduce((total, value, row) => total + value * (b[row] as number), 0) / a.length;
    });
  });
  // A column of which the others leave less than 3 % open would be blown up to nothing but noise.
  const lower = cholesky(correlation, size, 0.03);
  const dependent = new Set(dependentRows(lower, size));
  const free: Float64Array[] = [];
  columns.forEach((values, i) => {
    const left = Float64Array.from(values);
    for (let k = 0; k < i; k++) {
      const weight = lower[i * size + k] as number;
      const before = free[k] as Float64Array;
      for (let row = 0; row < left.length && weight !== 0; row++) {
        left[row] = (left[row] as number) - weight * (before[row] as number);
      }
    }
    const pivot = lower[i * size + i] as number;
    free.push(left.map((value) => (pivot === 0 ? 0 : value / pivot)));
  });
  return free.filter((_, column) => !dependent.has(column));
}

/** Ranks, the mean one for equal values, brought to mean 0 and deviation 1; all 0 where all are equal. */
function ranks(values: readonly number[]): Float64Array {
  const sorted = Float64Array.from(values).sort();
  const middle = values.length / 2;
  const placed = Float64Array.from(
    values,
    (value) => (countBelow(sorted, value) + countUpTo(sorted, value)) / 2 - middle,
  );
  const deviation = Math.sqrt(placed.reduce((total, value) => total + value * value, 0) / placed.length);
  return deviation === 0 ? placed : placed.map((value) => value / deviation);
}

/** The distance of each row from place `near` on to the nearest before it. */
function nearest(cells: readonly Float64Array[], near: number): Float64Array {
  const rows = cells[0]?.length ?? 0;
  return Float64Array.from({ length: rows - near }, (_, place) => {
    let least = Infinity;
    for (let other = 0; other < near; other++) {
      let square = 0;
      for (const values of cells) square += ((values[near + place] as number) - (values[other] as number)) ** 2;
      least = Math.min(least, square);
    }
    return Math.sqrt(least);
  });
}
