import type { Direction } from '../stats/fit/equal-weights.ts';
import { mustBe } from '../stats/must-be.ts';
import { sum } from '../stats/sum.ts';
import type { DataRow, Dataset } from './dataset.ts';

/** How missing values and words become numbers, as the rows trained on have it. */
export interface Encoding {
  /** The columns there come to be: numbers, then `x is missing` for each that may be, then `x: level` for each level. */
  readonly columns: readonly string[];
  /** Of each column of the data the mean where it is known; 0 where it never is, and where its values are words. */
  readonly fill: readonly number[];
  /** The columns of the data, counted from 0, that have a flag. */
  readonly flagged: readonly number[];
  /** The columns of the data whose values are words; each level of `share` of the known ones is a column of 0 and 1. */
  readonly levels: readonly {
    readonly column: number;
    readonly values: readonly { readonly value: string; readonly share: number }[];
  }[];
}

/** A level that fewer of the known values than this have tells too little, and is as one never seen. */
const fewest = 0.01;

/** Longer ones are no names of levels. */
const longest = 60;

/** Learns from rows to be trained on, and from no others, what stands in for missing values and which levels there are. */
export function learnEncoding({ columns, rows }: Pick<Dataset, 'columns' | 'rows'>): Encoding {
  const known = columns.map((_, column) =>
    rows.map(({ values }) => values[column] ?? null).filter((value) => value !== null),
  );
  const flagged = [...columns.keys()].filter((column) => (known[column]?.length ?? 0) < rows.length);
  const levels = known.flatMap((values, column) =>
    values.some(isWord) ? [{ column, values: levelsOf(values.filter(isWord)) }] : [],
  );
  const worded = new Set(levels.map(({ column }) => column));
  return {
    columns: [
      ...columns.filter((_, column) => !worded.has(column)),
      ...flagged.map((column) => `${columns[column]} is missing`),
      ...levels.flatMap(({ column, values }) => values.map(({ value }) => `${columns[column]}: ${value}`)),
    ],
    fill: known.map((values, column) => {
      const numbers = values.filter((value) => typeof value === 'number');
      return numbers.length > 0 && !worded.has(column) ? sum(numbers) / numbers.length : 0;
    }),
    flagged,
    levels,
  };
}

/**
 * A row as numbers only: a missing value is the mean of those trained on, and its flag, if it has one, is 1. A level that
 * those trained on did not have is neither of theirs nor missing: each level's column is then its share, the mean.
 */
export function encode({ fill, flagged, levels }: Encoding, { values }: Pick<DataRow, 'values'>): number[] {
  mustBe(values.length === fill.length, 'values', `a list of ${fill.length}, as the encoding has columns`, values);
  const worded = new Set(levels.map(({ column }) => column));
  const numbers = values.flatMap((value, column) =>
    worded.has(column) ? [] : [typeof value === 'number' ? value : (fill[column] as number)],
  );
  const flags = flagged.map((column) => Number(values[column] === null));
  const cells = levels.flatMap(({ column, values: own }) => {
    const isKnown = own.some(({ value }) => value === values[column]);
    return own.map(({ value, share }) => (isKnown ? Number(value === values[column]) : share));
  });
  return [...numbers, ...flags, ...cells];
}

/** The directions of encoded columns: flags and levels have none. */
export function encodedDirections({ columns, levels }: Encoding, directions: readonly Direction[]): Direction[] {
  const worded = new Set(levels.map(({ column }) => column));
  const numbers = directions.filter((_, column) => !worded.has(column));
  return columns.map((_, place) => numbers[place] ?? 0);
}

const isWord = (value: string | number): value is string => typeof value === 'string';

function levelsOf(words: readonly string[]): { value: string; share: number }[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, share: count / words.length }))
    .filter(({ value, share }) => share >= fewest && value.length <= longest)
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}
