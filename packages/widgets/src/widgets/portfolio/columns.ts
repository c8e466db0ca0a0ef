import { isDeveloping } from '#developing';
import type { Cell } from '../../ui/csv.ts';
import type { PropertyForm } from '../../ui/widget.ts';
import type { Row } from './read-portfolio.ts';

export type ColumnName =
  | 'account'
  | 'health'
  | 'trend'
  | 'change'
  | 'flags'
  | 'growth'
  | 'seats'
  | 'value'
  | 'renewal'
  | 'coverage';

/** A column: how much room it takes, what its rows are sorted by, and which end of that is of use first. */
export interface Column {
  readonly name: ColumnName;
  /** In px, the gap before it included; of the account's own column the least. */
  readonly width: number;
  /** Which stay longest where there is too little room: 0 is never left out. */
  readonly rank: number;
  /** Absent where it cannot be sorted by. */
  readonly by?: (row: Row) => Cell;
  readonly first?: 'rising' | 'falling';
  readonly isFigure?: boolean;
}

const severe = ([high, medium, low]: NonNullable<Row['risks']>): number => high * 1e8 + medium * 1e4 + low;

/** Every column, in the order they stand. */
export const columns: readonly Column[] = [
  { name: 'account', width: 160, rank: 0, by: ({ name }) => name, first: 'rising' },
  { name: 'health', width: 222, rank: 1, by: ({ score }) => score, first: 'rising' },
  { name: 'trend', width: 88, rank: 4 },
  { name: 'change', width: 72, rank: 3, by: ({ change }) => change, first: 'rising', isFigure: true },
  { name: 'flags', width: 86, rank: 5, by: ({ risks }) => risks && severe(risks), first: 'falling' },
  { name: 'growth', width: 62, rank: 9, by: ({ growth }) => growth, first: 'falling', isFigure: true },
  {
    name: 'seats',
    width: 156,
    rank: 8,
    by: ({ used, seats }) => (seats && used !== null ? used / seats : null),
    first: 'rising',
  },
  { name: 'value', width: 104, rank: 7, by: ({ value }) => value, first: 'falling', isFigure: true },
  { name: 'renewal', width: 104, rank: 2, by: ({ renewal }) => renewal, first: 'rising', isFigure: true },
  { name: 'coverage', width: 84, rank: 6, by: ({ coverage }) => coverage, first: 'rising', isFigure: true },
];

const known: ReadonlyMap<string, Column> = new Map(columns.map((column) => [column.name, column]));

/** The column of a name; undefined for none. */
export const columnNamed = (name: string): Column | undefined => known.get(name);

const wordsOf = (names: string): string[] => names.split(/[\s,]+/).filter(Boolean);

/** What `columns` takes: names of columns in one text. */
export const columnNames: PropertyForm = isDeveloping
  ? {
      takes: (names) => typeof names === 'string' && wordsOf(names).every((name) => known.has(name)),
      expected: `names of ${[...known.keys()].join(' ')}`,
    }
  : {};

/** What `sort` takes: the name of a column that can be sorted by, with `-` before it or without. */
export const sortName: PropertyForm = {
  initial: 'health',
  ...(isDeveloping && {
    takes: (name) => typeof name === 'string' && columnNamed(name.replace(/^-/, ''))?.by !== undefined,
    expected: `${columns.flatMap(({ name, by }) => (by ? [name] : [])).join(' or ')}, or one of these after -`,
  }),
};

/** The columns chosen, by name, in the order they stand; all of them where none is named. The account is always there. */
export function chosenColumns(names: string | null): readonly Column[] {
  const chosen = new Set(wordsOf(names ?? '').filter((name) => known.has(name)));
  return chosen.size === 0 ? columns : columns.filter(({ name }) => name === 'account' || chosen.has(name));
}

/** Those of the columns that `width` px have room for: the ones that matter least are left out first. */
export function fitting(chosen: readonly Column[], width: number): readonly Column[] {
  let room = width;
  const kept = new Set<Column>();
  for (const column of [...chosen].sort((a, b) => a.rank - b.rank)) {
    if (column.rank > 0 && room < column.width) break;
    kept.add(column);
    room -= column.width;
  }
  return chosen.filter((column) => kept.has(column));
}
