import type { ReactiveController } from 'lit';
import type { Widget } from './widget.ts';

/** How much room a widget has in its container: below 96 px, from 96, from 240, from 480, from 1200. */
export type Size = 'tiny' | 'small' | 'medium' | 'large' | 'wide';

const steps: readonly (readonly [Size, number])[] = [
  ['wide', 1200],
  ['large', 480],
  ['medium', 240],
  ['small', 96],
];

/** A scrollbar that comes and goes with a widget's height takes less px than this, and answers within so many ms. */
const scrollbar = { width: 20, answer: 250 };

/** The size of a width in px. `held` is a step that a scrollbar has just cost: its return is not enough to regain it. */
export function sizeOf(width: number, held: number = 0): Size {
  return steps.find(([, from]) => fits(width, from, held))?.[0] ?? 'tiny';
}

const fits = (width: number, from: number, held: number) => width >= (from === held ? from + scrollbar.width : from);

/** The widgets on the page, by their elements: one observer serves them all. */
const measured = new Map<Element, SizeController>();
/** Those that have come of late, and may have no box. */
let fresh: SizeController[] = [];
let observer: ResizeObserver | undefined;

/** Measures an element from now on; nothing where it has left meanwhile. */
function watch(element: Element): void {
  if (!measured.has(element)) return;
  observer ??= new ResizeObserver((entries, self) => {
    const changed = entries.flatMap(({ target, contentRect }) =>
      measured.get(target)?.measure(Math.floor(contentRect.width)) ? [target] : [],
    );
    for (const target of changed) self.unobserve(target);
    if (changed.length > 0) requestAnimationFrame(() => changed.forEach(watch));
  });
  observer.observe(element);
}

/**
 * Measures a widget's width, which must not depend on its content (`contain: inline-size`).
 * After a change it looks away until the next frame, so that a layout answering the change cannot set off a loop.
 */
export class SizeController implements ReactiveController {
  #host: Widget;
  #lost = 0;
  #lostAt = 0;
  #steps: readonly number[];

  /** Whole px; null until measured, which is in the frame of insertion and before it is painted. */
  width: number | null = null;
  size: Size | null = null;

  /** `own` are widths, in px, at which the widget changes its height beside the common ones. */
  constructor(host: Widget, own: readonly number[] = []) {
    this.#host = host;
    this.#steps = [...steps.map(([, from]) => from), ...own];
    host.addController(this);
  }

  /** Whether there is room for what needs `from` px, one of the common widths or of the widget's own. */
  reaches(from: number): boolean {
    return fits(this.width ?? 0, from, this.#lost);
  }

  hostConnected(): void {
    // Where nothing can be measured, a widget is as wide as most are.
    if (typeof ResizeObserver === 'undefined') {
      this.measure(240);
      return;
    }
    measured.set(this.#host, this);
    watch(this.#host);
    if (fresh.push(this) > 1) return;
    // By the second frame every box has been measured.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        for (const each of fresh) each.#stand();
        fresh = [];
      }),
    );
  }

  /** Gives the element the box that a host's rule for all elements took from it: without one there is no width. */
  #stand(): void {
    if (this.width !== null || !this.#host.isConnected) return;
    const { display } = getComputedStyle(this.#host);
    if (/^(inline|contents)$/.test(display)) this.#host.style.setProperty('display', 'block', 'important');
  }

  hostDisconnected(): void {
    measured.delete(this.#host);
    observer?.unobserve(this.#host);
    if (measured.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  }

  /** Takes a width, and tells whether it is another one. An element that is not displayed keeps the one it had. */
  measure(width: number): boolean {
    if (width === this.width || width === 0) return false;
    const before = this.width ?? 0;
    const fell = this.#steps.find((from) => before >= from && width < from);
    const now = performance.now();
    if (fell && before - width < scrollbar.width) {
      this.#lost = fell;
      this.#lostAt = now;
    } else if (fell || now - this.#lostAt > scrollbar.answer) this.#lost = 0;
    this.width = width;
    this.size = sizeOf(width, this.#lost);
    this.#host.redraw();
    return true;
  }
}
