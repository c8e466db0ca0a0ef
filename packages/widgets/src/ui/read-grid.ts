import type { FigureGrid } from '@hale/core/report';
import { instant, items, type Loose, number, text } from './loose.ts';
import type { GivenReport } from './score-reading.ts';

/** A grid of figures as it comes to the widget, in whatever shape. */
export type GivenGrid = Loose<FigureGrid>;

/** A row as drawn. */
export interface GridRow {
  readonly label: string;
  /** One for each column; null where it was not measured. */
  readonly values: readonly (number | null)[];
  readonly total: number | null;
}

/** What is shown: figures of some things by others. */
export interface GridReading {
  /** What the figures are. */
  readonly label: string | null;
  /** What a row is. */
  readonly of: string | null;
  readonly unit: 'share' | 'count';
  /** A name, or the day a week begins, in ms since 1970. */
  readonly columns: readonly (string | number)[];
  /** Columns follow each other in time. */
  readonly isTime: boolean;
  /** Most used first; what was not measured last. */
  readonly rows: readonly GridRow[];
  /** Rows that exist and are not among them. */
  readonly more: number;
  /** The greatest value of a cell; 1 for shares. */
  readonly most: number;
}

const day = 86_400_000;
const mostRows = 200;
const mostColumns = 60;

/** Reads a grid; what is absent or wrong comes out as null, never as 0. Null for one without rows or columns. Refuses another version. */
export function readGrid(given: GivenGrid): GridReading | null {
  const { schema } = given;
  if (schema !== undefined && schema !== null && (typeof schema !== 'string' || !/^hale\.grid\/1(\.|$)/.test(schema))) {
    throw new TypeError('The grid is of another version: this widget reads hale.grid/1.');
  }
  const unit = given.unit === 'share' ? 'share' : 'count';
  const high = unit === 'share' ? 1 : 1e15;
  const columns = items(given.columns, mostColumns).map(({ id, label }) => text(label, 120) ?? text(id, 120) ?? '–');
  const rows = items(given.rows, mostRows).map((row): GridRow => {
    const values: readonly unknown[] = Array.isArray(row.values) ? row.values : [];
    return {
      label: text(row.label, 200) ?? text(row.id, 200) ?? '–',
      values: columns.map((_, place) => number(values[place], 0, high)),
      total: number(row.total, 0, high),
    };
  });
  return made({ label: text(given.label, 200), of: text(given.of, 60), unit, columns, isTime: false, rows, more: 0 });
}

/** The activity of a report by weeks, told apart `by` a property: the sum of each week's observed days. Null where there is none. */
export function readWeeks({ activity }: GivenReport, by: string): GridReading | null {
  const start = instant(activity?.start);
  const grid = items(activity?.grids, 10).find((each) => each.by === by);
  const days = number(activity?.days, 1, 366);
  if (start === null || days === null || !grid) return null;
  // The last week ends with the last day; a first one that is not whole is left out, but where it is the only one.
  const weeks = Math.max(1, Math.floor(days / 7));
  const from = Math.max(0, Math.floor(days) - weeks * 7);
  const rows = items(grid.rows, mostRows).map((row): GridRow => {
    const counts: readonly unknown[] = Array.isArray(row.counts) ? row.counts : [];
    const sumOf = (first: number, end: number) =>
      sum(Array.from({ length: end - first }, (_, i) => number(counts[first + i], 0)));
    const values = Array.from({ length: weeks }, (_, week) => sumOf(from + week * 7, from + week * 7 + 7));
    return { label: text(row.label, 200) ?? text(row.id, 200) ?? '–', values, total: sum(values) };
  });
  const columns = Array.from({ length: weeks }, (_, week) => start + (from + week * 7) * day);
  const of = text(grid.label, 60);
  return made({ label: null, of, unit: 'count', columns, isTime: true, rows, more: number(grid.more, 0) ?? 0 });
}

function made({ rows, ...rest }: Omit<GridReading, 'most'>): GridReading | null {
  if (rows.length === 0 || rest.columns.length === 0) return null;
  const most = rest.unit === 'share' ? 1 : rows.reduce((top, { values }) => greatest(top, values), 0);
  return { ...rest, most, rows: [...rows].sort((a, b) => (b.total ?? -1) - (a.total ?? -1)) };
}

const greatest = (top: number, values: readonly (number | null)[]): number =>
  values.reduce<number>((most, value) => Math.max(most, value ?? 0), top);

/** The sum of what was observed; null where nothing was, or where no double holds it. */
function sum(values: readonly (number | null)[]): number | null {
  const seen = values.filter((value) => value !== null);
  return seen.length
    ? number(
        seen.reduce((total, value) => total + value, 0),
        0,
        1e15,
      )
    : null;
}
