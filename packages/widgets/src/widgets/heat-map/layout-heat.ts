import { cut } from '../../draw/cut.ts';
import type { GridReading, GridRow } from '../../ui/read-grid.ts';

/** Height of a cell and distance of rows in px, and where the first begins. */
export const cellHeight = 27;
const pitchY = 29;
/** A name in a column too narrow for it stands upright, cut to this length. */
const longestUpright = 84;
const widestCell = 58;
const narrowestCell = 28;
const between = 2;
const leastLabels = 56;
const space = 12;

/** How the layout measures and writes. */
export interface HeatLettering {
  readonly measure: (text: string, size: number, weight?: number) => number;
  readonly figure: (value: number | null) => string;
  readonly total: (value: number | null) => string;
  readonly column: (column: string | number) => string;
  readonly all: string;
}

/** How strongly a cell is filled: 1–5; 0 is outlined, null dashed. */
export type Step = 0 | 1 | 2 | 3 | 4 | 5 | null;

/** One cell as drawn; its width is the layout's. */
export interface HeatCell {
  readonly x: number;
  readonly step: Step;
  readonly text: string;
}

/** A row as drawn. */
export interface HeatRow {
  readonly row: GridRow;
  /** The top of its cells. */
  readonly y: number;
  /** Cut to fit. */
  readonly label: string;
  readonly total: string;
  readonly cells: readonly HeatCell[];
}

/** A grid laid out, all in px from the start and from the top. */
export interface HeatLayout {
  readonly width: number;
  readonly height: number;
  readonly cell: number;
  /** Where the first row begins. */
  readonly headHeight: number;
  /** Names of columns are turned, for they are wider than their cells. */
  readonly isUpright: boolean;
  /** Index of the first column shown. */
  readonly from: number;
  /** Centres of the columns shown. */
  readonly xs: readonly number[];
  readonly heads: readonly { readonly x: number; readonly text: string }[];
  readonly rows: readonly HeatRow[];
}

/** How strongly a value is filled beside the greatest: in fifths. */
function stepOf(value: number | null, most: number): Step {
  if (value === null || value === 0) return value;
  // A fifth is in the step that it ends, whatever a double makes of it.
  return Math.min(5, Math.max(1, Math.ceil((value / most) * 5 - 1e-9))) as Step;
}

/** Lays out `limit` rows in `width` px, with as many columns as fit: the latest of a time, else the first. */
export function layoutHeat(grid: GridReading, width: number, limit: number, lettering: HeatLettering): HeatLayout {
  const { measure, figure, total, column, all } = lettering;
  const rows = grid.rows.slice(0, limit);
  const widest = (texts: readonly string[], size: number, weight?: number) =>
    texts.reduce((most, text) => Math.max(most, Math.ceil(measure(text, size, weight))), 0);
  const labels = rows.map(({ label }) => label);
  const totals = rows.map((row) => total(row.total));
  const ends = Math.max(widest(totals, 13, 600), Math.ceil(measure(all, 12)));
  const least = Math.max(
    narrowestCell,
    widest(
      rows.flatMap(({ values }) => values.map(figure)),
      12,
      500,
    ) + 8,
  );
  const free = width - ends - space;
  const letters = widest(labels, 13);
  const wanted = letters && letters + space;
  const room = Math.min(wanted, Math.max(leastLabels, Math.min(width * 0.36, free - 3 * least)));
  const shown = Math.max(1, Math.min(grid.columns.length, Math.floor((free - room) / least)));
  const pitch = Math.max(Math.min(widestCell, Math.floor((free - room) / shown)), 12);
  const from = grid.isTime ? grid.columns.length - shown : 0;
  const cell = pitch - between;
  const xs = Array.from({ length: shown }, (_, place) => room + place * pitch + cell / 2);
  const names = heads(grid, from, xs, pitch, column, (text) => measure(text, 12));
  const headHeight = names.isUpright
    ? 12 +
      widest(
        names.heads.map(({ text }) => text),
        12,
      )
    : 20;
  return {
    ...names,
    width: Math.min(width, room + shown * pitch + space + ends),
    height: headHeight + rows.length * pitchY - between,
    cell,
    headHeight,
    from,
    xs,
    rows: rows.map((row, place) => ({
      row,
      y: headHeight + place * pitchY,
      label: cut(row.label, room - 8, (text) => measure(text, 13)),
      total: totals[place] ?? '',
      cells: xs.map((x, at): HeatCell => {
        const value = row.values[from + at] ?? null;
        return { x: x - cell / 2, step: stepOf(value, grid.most), text: figure(value) };
      }),
    })),
  };
}

/** Names stand upright where a column is too narrow for one, or for two beside each other; days, which follow each other, give way to those after them. */
function heads(
  { columns, isTime }: GridReading,
  from: number,
  xs: readonly number[],
  pitch: number,
  column: HeatLettering['column'],
  measure: (text: string) => number,
): Pick<HeatLayout, 'heads' | 'isUpright'> {
  const texts = xs.map((_, place) => column(columns[from + place] ?? ''));
  const widths = texts.map(measure);
  const widest = Math.max(0, ...widths);
  const meets = (own: number, place: number) => (own + (widths[place + 1] ?? 0)) / 2 > pitch - 6;
  const isUpright = !isTime && (widest > pitch || widths.some(meets));
  const every = isTime ? Math.ceil((widest + 6) / pitch) : 1;
  const shown = xs.flatMap((x, place) => {
    if ((xs.length - 1 - place) % every) return [];
    return [{ x, text: cut(texts[place] ?? '', isUpright ? longestUpright : widest, measure) }];
  });
  return { heads: shown, isUpright };
}
