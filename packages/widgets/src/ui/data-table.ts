import type { ReactiveController } from 'lit';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Cell } from './csv.ts';
import type { LocaleController } from './locale-controller.ts';
import { saveCsv } from './save-csv.ts';
import { tableMessages } from './table.messages.ts';
import type { Widget } from './widget.ts';

/** One column of a table: its heading, what is read in it, and the plain value it is sorted and downloaded by. */
export interface Column<Row> {
  readonly name: string;
  readonly text: (row: Row) => string;
  readonly value: (row: Row) => Cell;
}

/** What a plot shows, as a table. */
export interface TableContent<Row> {
  /** Said above the table, and to screen readers as its name. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** What the downloaded file is called; it is made fit for a file name. */
  readonly file: string;
}

/** The table behind a plot: closed until asked for, sorted by the heading pressed, downloaded as CSV. */
export class DataTable implements ReactiveController {
  #host: Widget;
  #locale: LocaleController;
  /** The column sorted by; null while the rows stand as given. */
  #sort: number | null = null;
  #rising = true;

  /** Whether it is to be seen. */
  isOpen = false;

  constructor(host: Widget, locale: LocaleController) {
    this.#host = host;
    this.#locale = locale;
    host.addController(this);
  }

  hostConnected(): void {}

  /** The words that open and close it. */
  toggle(): TemplateResult {
    const words = this.#locale.say(tableMessages);
    return html`<button class="link press" part="table-toggle" type="button" aria-expanded=${this.isOpen} @click=${this.press}>
      ${this.isOpen ? words.hide : words.show}
    </button>`;
  }

  /** The table while it is open. `content` is asked for only then. */
  render<Row>(content: () => TableContent<Row>): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    const { caption, columns, rows, file } = content();
    const by = this.#sort === null ? undefined : columns[this.#sort];
    const sorted = by ? [...rows].sort((a, b) => compare(by.value(a), by.value(b), this.#rising)) : rows;
    const side = tableSides(columns, rows);
    return html`<div class="table-box" part="table" tabindex="0" role="region" aria-label=${caption}>
        <table>
          <caption class="unseen">${caption}</caption>
          <thead>
            <tr>
              ${columns.map((column, i) => this.#heading(column.name, i, side(i)))}
            </tr>
          </thead>
          <tbody>
            ${tableRows(columns, sorted)}
          </tbody>
        </table>
      </div>
      <button class="button" part="download" type="button" @click=${() => this.#download(file, columns, sorted)}>
        ${this.#locale.say(tableMessages).download}
      </button>`;
  }

  #heading(name: string, i: number, side: string | typeof nothing): TemplateResult {
    const sorted = i === this.#sort;
    const direction = sorted ? (this.#rising ? 'ascending' : 'descending') : nothing;
    return html`<th scope="col" class=${side} aria-sort=${direction}>
      <button class="press" type="button" @click=${() => this.#sortBy(i)}>
        ${name}<svg class="sort" width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
          <path d=${sorted && !this.#rising ? 'M1 3 4 6.5 7 3' : 'M1 5 4 1.5 7 5'} />
        </svg>
      </button>
    </th>`;
  }

  /** Opens or closes it. */
  press = (): void => {
    this.isOpen = !this.isOpen;
    this.#host.redraw();
  };

  #sortBy(column: number): void {
    this.#rising = column === this.#sort ? !this.#rising : true;
    this.#sort = column;
    this.#host.redraw();
  }

  #download<Row>(file: string, columns: readonly Column<Row>[], rows: readonly Row[]): void {
    saveCsv(
      this.#host,
      file,
      columns.map((column) => column.name),
      rows.map((row) => columns.map((column) => column.value(row))),
    );
  }
}

/** The class of each column's cells: figures end in one line. */
function tableSides<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): (i: number) => string | typeof nothing {
  const figures = columns.map((column) => rows.every((row) => typeof column.value(row) !== 'string'));
  return (i) => (figures[i] ? 'figure' : nothing);
}

const tableRows = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): TemplateResult[] => {
  const side = tableSides(columns, rows);
  return rows.map(
    (row) => html`<tr>
      ${columns.map((column, i) =>
        i === 0
          ? html`<th scope="row"><bdi>${column.text(row)}</bdi></th>`
          : html`<td class=${side(i)}><bdi>${column.text(row)}</bdi></td>`,
      )}
    </tr>`,
  );
};

/** A table that only stands there, for where nothing is pressed. */
export function plainTable<Row>({ caption, columns, rows }: Omit<TableContent<Row>, 'file'>): TemplateResult {
  const side = tableSides(columns, rows);
  return html`<table>
    <caption class="unseen">${caption}</caption>
    <thead><tr>${columns.map(({ name }, i) => html`<th scope="col" class=${side(i)}>${name}</th>`)}</tr></thead>
    <tbody>${tableRows(columns, rows)}</tbody>
  </table>`;
}

/** Numbers by size, text by alphabet, rising or falling; what is missing last either way. */
function compare(a: Cell, b: Cell, rising: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
  return rising ? order : -order;
}
