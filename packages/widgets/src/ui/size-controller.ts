import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How much room a widget has in its container: below 96 px, from 96, from 240, from 480, from 1200. */
export type Size = 'tiny' | 'small' | 'medium' | 'large' | 'wide';

const steps: readonly (readonly [Size, number])[] = [
  ['wide', 1200],
  ['large', 480],
  ['medium', 240],
  ['small', 96],
];

/** More than a scrollbar takes: what a width must regain once a scrollbar may have cost it a step. */
const slack = 20;

/** The size of a width in px. `lost` is the step last fallen below, 0 for none; it is regained only with some slack. */
export function sizeOf(width: number, lost: number = 0): Size {
  for (const [size, from] of steps) if (width >= (from === lost ? from + slack : from)) return size;
  return 'tiny';
}

/**
 * Measures a widget's width, which must not depend on its content (`contain: inline-size`).
 * After a change it looks away until the next frame, so that a layout answering the change cannot set off a loop.
 */
export class SizeController implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #observer: ResizeObserver | null = null;
  #frame = 0;
  #lost = 0;
  #steps: readonly number[];

  /** Whole px; null until measured, which is in the frame of insertion and before it is painted. */
  width: number | null = null;
  size: Size | null = null;

  /** `own` are widths, in px, at which the widget changes its height beside the common ones. */
  constructor(host: ReactiveControllerHost & HTMLElement, own: readonly number[] = []) {
    this.#host = host;
    this.#steps = [...steps.map(([, from]) => from), ...own];
    host.addController(this);
  }

  /** Whether there is room for what needs `from` px, one of the common widths or of the widget's own. */
  reaches(from: number): boolean {
    return this.width !== null && this.width >= (from === this.#lost ? from + slack : from);
  }

  hostConnected(): void {
    // Where nothing can be measured, a widget is as wide as most are.
    if (typeof ResizeObserver === 'undefined') {
      this.#set(240);
      return;
    }
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width === this.width || width === 0) return;
      this.#set(width);
      this.#observer?.disconnect();
      this.#frame = requestAnimationFrame(() => this.#observer?.observe(this.#host));
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#observer?.disconnect();
    this.#observer = null;
  }

  #set(width: number): void {
    const before = this.width ?? 0;
    for (const from of this.#steps) {
      if (before >= from && width < from) this.#lost = from;
      if (from === this.#lost && width >= from + slack) this.#lost = 0;
    }
    this.width = width;
    this.size = sizeOf(width, this.#lost);
    this.#host.requestUpdate();
  }
}
