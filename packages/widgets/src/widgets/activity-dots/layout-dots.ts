import { cut } from '../../draw/cut.ts';
import { type DotColumns, dotColumns, tailOf, weeksWidth } from '../../draw/dot-grid.ts';
import type { DotCell } from '../../draw/dot-marks.ts';
import { type ActivityReading, type DotRow, namedRows } from './read-activity.ts';

/** Distance between rows, and from the top to the first, in px. */
const rowHeight = 20;
const headHeight = 30;
/** Room kept on both sides of the dots. */
const space = 10;
/** Narrowest column of labels for which a second week is given up, and narrowest of all. */
const easyLabels = 88;
const leastLabels = 56;

/** How the layout measures words and names weeks. */
export interface DotLettering {
  readonly measure: (text: string, size: number) => number;
  /** What stands at the end of a row when the days from `from` on are shown. */
  readonly end: (row: DotRow, from: number) => string;
  readonly week: (day: number) => string;
  /** Heading of the ends of rows; left out where there is no room. */
  readonly column: string;
}

/** One row as drawn. */
export interface LaidRow {
  readonly row: DotRow;
  readonly y: number;
  /** Its label, cut to fit. */
  readonly label: string;
  readonly end: string;
}

/** A grid of dots laid out: every row, week and word with its place. */
export interface DotLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: DotColumns;
  /** Centres of the days shown, in px. */
  readonly xs: readonly number[];
  readonly rows: readonly LaidRow[];
  readonly weeks: readonly { readonly x: number; readonly text: string }[];
  readonly column: string | null;
}

/** Lays out `most` rows in `width` px, those that are named among them, with as many of the latest weeks as fit. */
export function layoutDots(activity: ActivityReading, width: number, most: number, lettering: DotLettering): DotLayout {
  const { measure, end, week } = lettering;
  const { days, weekday } = activity;
  const rows = drawnRows(activity, most);
  const widest = (texts: readonly string[], size: number) =>
    texts.reduce((least, text) => Math.max(least, Math.ceil(measure(text, size))), 0);
  const ends = widest(
    rows.map((row) => end(row, 0)),
    12,
  );
  const room = width - ends - space;
  const tail = tailOf(days, weekday);
  const two = room - weeksWidth(2, tail);
  const spare = two >= easyLabels ? two : room - weeksWidth(1, tail);
  const wanted = widest(
    rows.map(({ label }) => label),
    13,
  );
  const labels = wanted && Math.min(wanted + 2 * space, Math.max(leastLabels, Math.min(width * 0.4, spare)));
  const columns = dotColumns(days, weekday, room - labels);
  const full = Math.min(width, labels + columns.width + space + ends);
  const laid = rows.map((row, i) => ({
    row,
    y: headHeight + i * rowHeight,
    label: cut(row.label, labels - 4, (text) => measure(text, 13)),
    end: end(row, columns.from),
  }));
  const weeks: { x: number; text: string }[] = [];
  let taken = 0;
  for (const { day, x } of columns.weeks) {
    const at = labels + x - 4;
    const text = week(day);
    if (at < taken) continue;
    weeks.push({ x: at, text });
    taken = at + measure(text, 12) + 8;
  }
  return {
    width: full,
    height: headHeight + rows.length * rowHeight - 8,
    columns,
    xs: columns.xs.map((x) => labels + x),
    rows: laid,
    weeks,
    column: full - measure(lettering.column, 12) > taken ? lettering.column : null,
  };
}

/** The first rows, but those that the headline names instead of the last of them: who is named is shown. */
function drawnRows(activity: ActivityReading, most: number): readonly DotRow[] {
  const { rows } = activity;
  if (rows.length <= most) return rows;
  const named = new Set(namedRows(activity).slice(0, most));
  let others = most - named.size;
  return rows.filter((row) => named.has(row) || others-- > 0);
}

/** The days of a layout as dots. */
export function* cellsOf({ rows, columns, xs }: DotLayout): Generator<DotCell> {
  for (const { row, y } of rows) {
    for (const [i, x] of xs.entries()) {
      const day = columns.from + i;
      yield { x, y, count: row.counts[day] ?? null, isKey: row.key[day] ?? false };
    }
  }
}
