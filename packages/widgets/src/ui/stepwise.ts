import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Widget } from './widget.ts';

/** Entries of a long list that are drawn at first, and that each press adds. */
const usual = 60;

/** What the button of a long list says, and what it is called as a part. */
interface MoreButton {
  /** Entries that are not drawn. */
  readonly left: number;
  readonly part: string;
  /** Takes how many are not drawn, and how many of them the next press draws. */
  readonly more: (left: number, next: number) => string;
  readonly fewer: string;
}

/** How much of a long list is drawn, so that no document makes more of it than a page can draw in a frame: its first entries, and more with each press. */
export class Stepwise {
  #host: Widget;
  #step: number;
  #beyond = 0;

  /** `step` for entries that take more to draw than a line. */
  constructor(host: Widget, step: number = usual) {
    this.#host = host;
    this.#step = step;
  }

  /** Entries to draw where `first` are wanted before anything is pressed: no more of them than a step. */
  most(first: number = this.#step): number {
    return Math.min(first, this.#step) + this.#beyond;
  }

  /** The words that draw more of the list and, once all of it is drawn, the first of it again; nothing where all of it is at first. */
  button({ left, part, more, fewer }: MoreButton): TemplateResult | typeof nothing {
    if (left === 0 && this.#beyond === 0) return nothing;
    return html`<button class="link press" part=${part} type="button" aria-expanded=${left === 0} @click=${() => this.#press(left)}>
      ${left > 0 ? more(left, Math.min(left, this.#step)) : fewer}
    </button>`;
  }

  #press(left: number): void {
    this.#beyond = left > 0 ? this.#beyond + this.#step : 0;
    this.#host.redraw();
  }
}
