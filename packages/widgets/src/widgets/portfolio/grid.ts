import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { type CellSpeech, cells } from './cells.ts';
import type { Column } from './columns.ts';
import type { Place } from './move-cell.ts';
import type { Row } from './read-portfolio.ts';

/** What the heads show. */
export interface ShownHeads {
  readonly columns: readonly Column[];
  readonly speech: CellSpeech;
  /** The cell that the keyboard is on. */
  readonly active: Place;
  readonly sort: string;
  readonly sortBy: (column: Column) => void;
}

/** What a row shows. */
export interface ShownRow {
  readonly row: Row;
  /** Its place among all rows, from 0. */
  readonly place: number;
  /** The column that the keyboard is on; −1 for none of this row. */
  readonly at: number;
  readonly isChosen: boolean;
  readonly isLast: boolean;
  /** How high a row is, in px. */
  readonly height: number;
  readonly columns: readonly Column[];
  readonly speech: CellSpeech;
}

/** The id of a cell, by which the grid says where the keyboard is. */
export const cellId = ({ row, column }: Place): string => `at-${row}-${column}`;

/** The heads, pressed to sort. */
export function gridHeads({ columns, speech, active, sort, sortBy }: ShownHeads): TemplateResult {
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

/** Draws a row into its element. */
export function drawRow(element: HTMLElement, shown: ShownRow): void {
  const { row, place, at, isChosen, isLast, height, columns, speech } = shown;
  const attributes = {
    class: `row${isChosen ? ' chosen' : ''}${isLast ? ' last' : ''}`,
    part: isChosen ? 'row chosen' : 'row',
    role: 'row',
    'aria-rowindex': place + 2,
    'aria-selected': isChosen,
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== `${value}`) element.setAttribute(name, `${value}`);
  }
  element.style.setProperty('inset-block-start', `${place * height}px`);
  const drawn = columns.map(
    (column, i) =>
      html`<div id=${i === at ? cellId({ row: place, column: i }) : nothing} class=${classes(column, i === at)} role=${i === 0 ? 'rowheader' : 'gridcell'} aria-colindex=${i + 1}>${cells[column.name](row, speech)}</div>`,
  );
  render(drawn, element);
}

/** The place of the cell that an event befell; null where none did. */
export function placeOf({ target }: Event): Place | null {
  const cell = target instanceof Element ? target.closest('[aria-colindex]') : null;
  const row = cell?.closest('[aria-rowindex]');
  return cell && row ? { row: Number(row.ariaRowIndex) - 2, column: Number(cell.ariaColIndex) - 1 } : null;
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
