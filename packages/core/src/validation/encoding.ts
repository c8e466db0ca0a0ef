import type { Direction } from '../stats/fit/equal-weights.ts';
import { mustBe } from '../stats/must-be.ts';
import { sum } from '../stats/sum.ts';
import type { DataRow, Dataset } from './dataset.ts';

/** How missing values become numbers: what stands in for them, and which columns have a flag of their own for it. */
export interface Encoding {
  /** The columns there come to be: those of the data, then `x is missing` for each that may be. */
  readonly columns: readonly string[];
  /** The mean of each column where it is known; 0 where it never is. */
  readonly fill: readonly number[];
  /** The columns of the data, counted from 0, that have a flag. */
  readonly flagged: readonly number[];
}

/** Learns from rows to be trained on, and from no others, what stands in for missing values. */
export function learnEncoding({ columns, rows }: Pick<Dataset, 'columns' | 'rows'>): Encoding {
  const known = columns.map((_, column) =>
    rows.map(({ values }) => values[column] ?? null).filter((value) => value !== null),
  );
  const flagged = [...columns.keys()].filter((column) => (known[column]?.length ?? 0) < rows.length);
  return {
    columns: [...columns, ...flagged.map((column) => `${columns[column]} is missing`)],
    fill: known.map((values) => (values.length > 0 ? sum(values) / values.length : 0)),
    flagged,
  };
}

/** A row as numbers only: a missing value is the mean of those trained on, and its flag, if it has one, is 1. */
export function encode({ fill, flagged }: Encoding, { values }: Pick<DataRow, 'values'>): number[] {
  mustBe(values.length === fill.length, 'values', `a list of ${fill.length}, as the encoding has columns`, values);
  return [
    ...values.map((value, column) => value ?? (fill[column] as number)),
    ...flagged.map((column) => Number(values[column] === null)),
  ];
}

/** The directions of encoded columns: flags have none. */
export const encodedDirections = ({ columns }: Encoding, directions: readonly Direction[]): Direction[] =>
  columns.map((_, column) => directions[column] ?? 0);
