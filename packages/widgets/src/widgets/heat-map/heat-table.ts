import type { TableContent } from '../../ui/data-table.ts';
import type { GridReading, GridRow } from '../../ui/read-grid.ts';
import { type HeatSpeech, sayColumn, sayWhole } from '../../ui/say-grid.ts';

/** Every row with its total and each of its figures; shares are saved as 0–1. */
export function heatTable(grid: GridReading, title: string, speech: HeatSpeech): TableContent<GridRow> {
  const { words } = speech;
  const figure = (name: string, of: (row: GridRow) => number | null) => ({
    name,
    text: (row: GridRow) => sayWhole(of(row), grid, speech),
    value: of,
  });
  return {
    caption: words.table(title),
    columns: [
      { name: grid.of ?? words.name, text: ({ label }) => label, value: ({ label }) => label },
      ...grid.columns.map((column, place) => figure(sayColumn(column, speech), ({ values }) => values[place] ?? null)),
      figure(words.all, ({ total }) => total),
    ],
    rows: grid.rows,
    file: title,
  };
}
