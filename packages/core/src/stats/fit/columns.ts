import { mustBe, mustBeFinite } from '../must-be.ts';
import { standardDeviation } from '../standard-deviation.ts';
import { sum } from '../sum.ts';

/** Rows of numbers, a column for each thing that is known of them. */
export type Rows = readonly (readonly number[])[];

/** How columns are brought to mean 0 and standard deviation 1: both of the rows that were trained on. */
export interface Scaling {
  readonly means: readonly number[];
  /** Of the population; 0 for a column in which all rows are alike. */
  readonly deviations: readonly number[];
}

/** Refuses rows that are not finite numbers, the same count in each; returns that count, 0 without rows. */
export function mustBeTable(rows: Rows, name = 'rows'): number {
  mustBe(Array.isArray(rows), name, 'a list of lists of numbers', rows);
  const width = rows[0]?.length ?? 0;
  rows.forEach((row, index) => {
    mustBeFinite(row, `${name}[${index}]`);
    mustBe(row.length === width, `${name}[${index}]`, `a list of ${width}, as ${name}[0] is`, row);
  });
  return width;
}

/** The means and standard deviations of a checked table. */
export function scalingOf(rows: Rows, width: number): Scaling {
  const columns = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] as number));
  const means = columns.map((values) => sum(values) / values.length);
  const deviations = columns.map((values, column) => {
    const deviation = standardDeviation(values, 'population') ?? 0;
    // What rounding alone would leave of a column of equal values is not a difference.
    return deviation > Math.abs(means[column] as number) * 1e-12 ? deviation : 0;
  });
  return { means, deviations };
}

/**
 * A value in standard deviations from the mean of its column; 0 in a column of equal values, and no more than a million
 * of them, which no row that was trained on comes near: of what is said of others nothing is ever without end.
 */
export function standardize({ means, deviations }: Scaling, value: number, column: number): number {
  const deviation = deviations[column] as number;
  if (deviation === 0) return 0;
  return Math.min(furthest, Math.max(-furthest, (value - (means[column] as number)) / deviation));
}

const furthest = 1e6;
