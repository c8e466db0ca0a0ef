import type { ReactiveController } from 'lit';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { nearest } from '../draw/line.ts';
import { isRightToLeft } from './right-to-left.ts';
import type { Widget } from './widget.ts';

/** A place in a plot, counted from 0: `column` in reading direction, `row` downwards. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** What a plot says of itself and of each place in it. */
export interface PlotWords {
  readonly label: string;
  /** All that the plot shows. */
  readonly description: string;
  readonly say: (place: Place) => string;
  /** Tells it from the other plots of a widget that has several; "description" where absent. */
  readonly id?: string;
}

/** A key as it is written, in groups, and what it does. */
export type KeyHelp = readonly (readonly [names: readonly string[], does: string])[];

/** Reads a plot place by place, by pointer and by keyboard: one stop of the tab order, arrows, Home and End, Escape. */
export class PlotReader implements ReactiveController {
  #host: Widget;
  #place: Place | null = null;
  #xs: readonly number[] = [];
  #ys: readonly number[] = [];
  #reach = 0;
  #first: number | undefined;
  #heights: readonly number[] | undefined;

  constructor(host: Widget) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#place = null;
  }

  /**
   * Says where the columns and rows are, in px from the start and from the top; a pointer farther off than `reach` reads nothing.
   * Reading begins at the last column, or at `start`. Where each column has a height of its own, in px from the top, a
   * pointer reads the nearest of these points.
   */
  over(
    xs: readonly number[],
    ys: readonly number[],
    reach: number = Number.POSITIVE_INFINITY,
    start?: number,
    heights?: readonly number[],
  ): Place | null {
    this.#heights = heights;
    this.#first = start;
    this.#xs = xs;
    this.#ys = ys;
    this.#reach = reach;
    const { row, column } = this.#place ?? { row: -1, column: -1 };
    return xs[column] === undefined || ys[row] === undefined ? null : this.#place;
  }

  /**
   * A hidden plot behind its description. To assistive technology it is a slider: the one role whose arrow keys
   * every screen reader hands over, and whose text it speaks as it changes.
   */
  render(plot: TemplateResult | Element, { label, description, say, id = 'description' }: PlotWords): TemplateResult {
    const [now, last] = this.range;
    return html`<p class="unseen" id=${id} part="description">${description}</p>
      <div
        class="plot"
        part="plot"
        role="slider"
        tabindex="0"
        aria-label=${label}
        aria-describedby=${id}
        aria-valuemin="0"
        aria-valuemax=${last}
        aria-valuenow=${now}
        aria-valuetext=${last < 0 ? nothing : say(this.place)}
        @keydown=${this.key}
        @blur=${this.leave}
        @pointermove=${this.move}
        @pointerleave=${this.leave}
      >
        ${plot}
      </div>`;
  }

  /** The place read, or the one where reading begins. */
  get place(): Place {
    return this.#place ?? { row: 0, column: this.#first ?? this.#xs.length - 1 };
  }

  /** That place, and the last there is, counted along the rows; the last is -1 where there are none. */
  get range(): readonly [now: number, last: number] {
    const { row, column } = this.place;
    const { length } = this.#xs;
    return [row * length + column, length * this.#ys.length - 1];
  }

  #read(place: Place | null): void {
    if (place?.row === this.#place?.row && place?.column === this.#place?.column) return;
    this.#place = place;
    this.#host.redraw();
  }

  /** Whether the plot has the keyboard. */
  get hasKeyboard(): boolean {
    return this.#host.shadowRoot?.activeElement?.matches('.plot') === true;
  }

  /** What `onfocus` calls where more is drawn for the keyboard. */
  attend = (): void => this.#host.redraw();

  leave = (): void => this.#read(null);

  move = (event: PointerEvent): void => {
    const plot = event.currentTarget as HTMLElement;
    const { left, right, top } = plot.getBoundingClientRect();
    const x = isRightToLeft(plot) ? right - event.clientX : event.clientX - left;
    const y = event.clientY - top;
    const column = this.#heights ? this.#nearestPoint(x, y, this.#heights) : nearest(this.#xs, x);
    const rise = this.#heights ? (this.#heights[column] ?? y) - y : 0;
    const isNear = Math.hypot((this.#xs[column] ?? Number.POSITIVE_INFINITY) - x, rise) <= this.#reach;
    this.#read(isNear ? { row: nearest(this.#ys, y), column } : null);
  };

  #nearestPoint(x: number, y: number, heights: readonly number[]): number {
    const far = this.#xs.map((at, column) => Math.hypot(at - x, (heights[column] ?? 0) - y));
    return far.reduce((best, distance, column) => (distance < (far[best] ?? 0) ? column : best), 0);
  }

  /** What `onkeydown` calls. */
  key = (event: KeyboardEvent): void => {
    // With these the keys are the browser's: Alt and an arrow goes back a page.
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { row, column } = this.place;
    const later = isRightToLeft(event.currentTarget as HTMLElement) ? -1 : 1;
    const isLine = this.#ys.length < 2;
    // A line's one way up is onwards; a grid's pages turn along its columns.
    const page = isLine ? 10 : -10;
    const up = isLine ? { row, column: column + 1 } : { row: row - 1, column };
    const down = isLine ? { row, column: column - 1 } : { row: row + 1, column };
    const to: Record<string, Place | null> = {
      ArrowRight: { row, column: column + later },
      ArrowLeft: { row, column: column - later },
      ArrowUp: up,
      ArrowDown: down,
      PageUp: { row, column: column + page },
      PageDown: { row, column: column - page },
      Home: { row, column: 0 },
      End: { row, column: this.#xs.length - 1 },
      Escape: null,
    };
    const next = to[event.key];
    // Escape with nothing read is the page's own, to close a dialog for example.
    if (next === undefined || (next === null && this.#place === null)) return;
    event.preventDefault();
    event.stopPropagation();
    const within = (at: number, count: number) => Math.min(count - 1, Math.max(0, at));
    this.#read(next && { row: within(next.row, this.#ys.length), column: within(next.column, this.#xs.length) });
  };
}

/** Which keys read a plot, in words; shown while the plot has the keyboard. */
export function keyHelp(keys: KeyHelp): TemplateResult {
  return html`<p class="small keys" part="keys">
    ${keys.map(([names, does]) => html`<span>${names.map((name) => html`<kbd>${name}</kbd>`)}${does}</span>`)}
  </p>`;
}
