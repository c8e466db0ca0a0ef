import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Ordered } from '../../ui/ordered.ts';
import { type CellSpeech, cells } from './cells.ts';
import type { Column } from './columns.ts';
import type { Place } from './move-cell.ts';
import type { Row } from './read-portfolio.ts';
import type { Stretch } from './row-window.ts';

/** What the grid shows. */
export interface ShownGrid {
  readonly rows: Ordered<Row>;
  readonly columns: readonly Column[];
  readonly stretch: Stretch;
  readonly speech: CellSpeech;
  /** The cell that the keyboard is on. */
  readonly active: Place;
  /** Id of the account that is chosen. */
  readonly chosen: string | null;
  readonly sort: string;
  readonly sortBy: (column: Column) => void;
  readonly open: (row: Row, at: Place, event: MouseEvent) => void;
}

/** The id of a cell, by which the grid says where the keyboard is. */
export const cellId = ({ row, column }: Place): string => `at-${row}-${column}`;

/** The heads, pressed to sort. */
export function gridHeads({ columns, speech, active, sort, sortBy }: Omit<ShownGrid, 'rows'>): TemplateResult {
  const [, isFalling, by] = /^(-?)(.*)$/.exec(sort) ?? [];
  return html`<div class="row heads" part="heads" role="row" aria-rowindex="1">
    ${columns.map((column, place) => {
      const isBy = column.name === by;
      const name = speech.words.column[column.name];
      return html`<div id=${cellId({ row: -1, column: place })} class=${classes(column, active.row === -1 && active.column === place)}
        role="columnheader" aria-colindex=${place + 1} aria-sort=${isBy ? (isFalling ? 'descending' : 'ascending') : nothing}
        >${
          column.by
            ? html`<button class="press" type="button" tabindex="-1" @click=${() => sortBy(column)}><bdi>${name}</bdi><svg class="sort" width="8" height="8" viewBox="0 0 8 8" aria-hidden="true"><path d=${isBy && isFalling ? 'M1 3 4 6.5 7 3' : 'M1 5 4 1.5 7 5'} /></svg></button>`
            : html`<bdi>${name}</bdi>`
        }</div>`;
    })}
  </div>`;
}

/** The rows in sight, and a few beyond. */
export function gridRows(shown: ShownGrid): TemplateResult {
  const { rows, columns, stretch, speech, active, chosen, open } = shown;
  const seen = rows.part(stretch.from, stretch.to);
  return html`${repeat(
    seen,
    ({ id }) => id,
    (row, offset) => {
      const place = stretch.from + offset;
      const at = active.row === place ? active.column : -1;
      const isChosen = row.id === chosen;
      // A row that is drawn already is drawn anew only where something of it has changed.
      return guard(
        [row, place, at, isChosen, columns, speech],
        () =>
          html`<div class=${isChosen ? 'row chosen' : 'row'} part=${isChosen ? 'row chosen' : 'row'} role="row" aria-rowindex=${place + 2} aria-selected=${isChosen}
          >${columns.map(
            (
              column,
              i,
            ) => html`<div id=${cellId({ row: place, column: i })} class=${classes(column, i === at)} role=${i === 0 ? 'rowheader' : 'gridcell'} aria-colindex=${i + 1}
              @click=${(event: MouseEvent) => open(row, { row: place, column: i }, event)}>${cells[column.name](row, speech)}</div>`,
          )}</div>`,
      );
    },
  )}`;
}

/** Rows that are still to come, as high as those that will. */
export const rowsToCome = (columns: readonly Column[], count: number): TemplateResult =>
  html`${Array.from(
    { length: count },
    () =>
      html`<div class="row" aria-hidden="true">${columns.map((column) => html`<div class=${classes(column, false)}><i class="to-come"></i></div>`)}</div>`,
  )}`;

/** How wide the columns are: the account has what the others leave. */
export const tracks = (columns: readonly Column[]): string =>
  columns.map(({ name, width }) => (name === 'account' ? 'minmax(0, 1fr)' : `${width}px`)).join(' ');

const classes = ({ name, isFigure }: Column, isActive: boolean): string =>
  `cell ${name === 'health' ? 'health-cell' : name}${isFigure ? ' figure' : ''}${isActive ? ' active' : ''}`;
