import type { Formats } from './formats.ts';
import { formatsOf } from './formats.ts';
import type { heatMessages } from './grid.messages.ts';
import type { GridReading, GridRow } from './read-grid.ts';

/** A grid's words in some language, with that language's numbers; days are UTC, as the report's are. */
export interface HeatSpeech {
  readonly words: (typeof heatMessages)['english'];
  readonly formats: Formats;
}

/** The headline: "Order entry is used most; Returns and Routes not at all". */
export function sayHeat({ rows }: GridReading, { words, formats }: HeatSpeech): string {
  const measured = rows.filter(({ total }) => total !== null);
  const used = measured.filter(({ total }) => total !== 0);
  const unused = measured.filter(({ total }) => total === 0);
  const [first] = used;
  if (measured.length === 0) return words.unmeasured;
  if (!first) return words.none;
  const most = words.most(first.label);
  const last = used.at(-1);
  if (unused.length === 0) {
    return last && last.total !== first.total ? words.least(most, last.label) : most;
  }
  const named = unused.slice(0, unused.length > 3 ? 2 : 3).map(({ label }) => label);
  if (named.length < unused.length) named.push(words.others(formats.number(unused.length - named.length)));
  return words.unused(most, words.list(named));
}

/** A cell's figure, as short as it stands there: hundredths of a share without their sign. */
export function sayFigure(value: number | null, { unit }: GridReading, { words, formats }: HeatSpeech): string {
  if (value === null) return words.missing;
  const figure = unit === 'share' ? value * 100 : value;
  return figure > 0 && figure < 0.5 ? words.less(formats.number(1)) : formats.number(figure);
}

/** A figure in full: "71%", "1,204", "n/a". */
export function sayWhole(value: number | null, grid: GridReading, speech: HeatSpeech): string {
  const { words, formats } = speech;
  if (value === null || grid.unit === 'count') return sayFigure(value, grid, speech);
  return value > 0 && value < 0.005 ? words.less(formats.share(0.01)) : formats.share(value);
}

/** What a column is called: its name, or the day its week begins. */
export const sayColumn = (column: string | number, { formats }: HeatSpeech): string =>
  typeof column === 'number' ? formatsOf(formats.lang, 'UTC').day(column) : column;

/** One cell: "Order entry, Dispatch: 96%". */
export function sayCell(row: GridRow, column: number, grid: GridReading, speech: HeatSpeech): string {
  const { words } = speech;
  const value = row.values[column] ?? null;
  const name = sayColumn(grid.columns[column] ?? '', speech);
  const figure = value === null ? words.notMeasured : sayWhole(value, grid, speech);
  return words.reading(row.label, grid.isTime ? words.week(name) : name, figure);
}

/** All that is drawn, for those who do not see it. */
export function describeHeat(grid: GridReading, rows: readonly GridRow[], speech: HeatSpeech): string {
  const { words, formats } = speech;
  const said = rows.map(({ label, total }) =>
    words.row(label, total === null ? words.notMeasured : sayWhole(total, grid, speech)),
  );
  return [words.summary(formats.number(grid.rows.length), formats.number(grid.columns.length)), ...said].join(' ');
}
