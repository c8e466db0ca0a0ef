import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Drawn } from './row-pool.ts';

/** Rows drawn above and below those in sight. */
const beyond = 6;

/**
 * Rows drawn ahead of those in sight while they move: as soon as there are fewer than `least`, one more in each frame until
 * there are `most`. Browsers leave out a frame wherever one with much to do follows one with little, which would be at every
 * row of a slow scroll.
 */
const ahead = { least: 5, most: 10 };

/** From so many rows on, to put them in order and to draw the first of them is a task of its own. */
const many = 500;

/** Finds which rows of a scrolling box are in sight. All rows are of one height. */
export class RowWindow implements ReactiveController {
  #host: ReactiveControllerHost;
  #virtualizer: Virtualizer<HTMLElement, Element> | null = null;
  #leave: (() => void) | null = null;
  /** Rows to be drawn above and below those in sight; null while none are. */
  #beyond: number | null = null;
  #box: HTMLElement | null = null;
  #shape = { rows: 0, height: 50, head: 0 };
  #sizes: ResizeObserver | null = null;
  #sample: Element | null = null;
  #moved: () => void;
  #drawn = { from: 0, to: 0 };
  #isFilling = false;
  /** The frame in which the next row ahead is drawn, unless it has drawn some that were needed at once. */
  #frame = 0;
  #isItsTurn = false;
  #hasDrawn = false;

  /** How high a row is, in px, as its styles have it; null before it was measured. */
  rowHeight: number | null = null;

  /** `moved` is called when other rows come in sight, and when these rest. */
  constructor(host: ReactiveControllerHost, moved: () => void) {
    this.#host = host;
    this.#moved = moved;
    host.addController(this);
  }

  hostConnected(): void {
    // Put back, the widget measures its box anew.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#leave?.();
    this.#leave = this.#virtualizer = this.#box = null;
    this.#sizes?.disconnect();
    this.#sizes = this.#sample = null;
  }

  /** Measures how high a row is, now and whenever that changes, by an element as high as one. */
  measure(sample: Element | null): void {
    if (sample === this.#sample || typeof ResizeObserver === 'undefined') return;
    this.#sample = sample;
    this.#sizes?.disconnect();
    if (!sample) return;
    this.#sizes = new ResizeObserver(([entry]) => {
      const height = entry?.contentRect.height;
      if (!height || height === this.rowHeight) return;
      const before = this.rowHeight ?? this.#shape.height;
      this.rowHeight = height;
      // In the next frame: drawn at once, the box would be of another size than observers of this frame are told.
      if (height !== before) requestAnimationFrame(() => this.#host.requestUpdate());
    });
    this.#sizes.observe(sample);
  }

  /** Tells the box, once it is drawn, how many rows there are, how high one is, and how much of the box heads cover. */
  settle(
    box: HTMLElement | null,
    shape: { readonly rows: number; readonly height: number; readonly head: number },
  ): void {
    if (box === null) return;
    const before = this.#shape;
    this.#shape = shape;
    if (!this.#virtualizer || this.#box !== box) {
      this.#leave?.();
      this.#box = box;
      this.#beyond = null;
      this.#virtualizer = new Virtualizer<HTMLElement, Element>(this.#options());
      this.#leave = this.#virtualizer._didMount();
      this.#virtualizer._willUpdate();
      this.#begin(shape.rows > many);
      return;
    }
    if (before.rows === shape.rows && before.height === shape.height && before.head === shape.head) return;
    this.#virtualizer.setOptions(this.#options());
    if (before.height !== shape.height) this.#virtualizer.measure();
    this.#virtualizer._willUpdate();
    this.#host.requestUpdate();
  }

  /** What is drawn of so many rows: at rest those in sight and some beyond, while they move more where they come from. */
  stretch(rows: number): Drawn {
    const items = this.#beyond === null ? [] : (this.#virtualizer?.getVirtualItems() ?? []);
    const from = Math.min(items[0]?.index ?? 0, Math.max(0, rows - 1));
    const to = Math.min(rows, (items.at(-1)?.index ?? -1) + 1);
    const isMoving = this.#virtualizer?.isScrolling ?? false;
    const before = this.#drawn;
    const isElsewhere = before.to <= from || before.from >= to || before.to > rows;
    this.#drawn = isMoving && !isElsewhere ? this.#followed(before, rows) : { from, to };
    return { ...this.#drawn, isMoving };
  }

  /** What is drawn next, after `before`, while the rows move. */
  #followed({ from, to }: { readonly from: number; readonly to: number }, rows: number) {
    const { range, scrollDirection } = this.#virtualizer ?? {};
    if (!range) return { from, to };
    const { startIndex: first, endIndex: last } = range;
    const isUp = scrollDirection === 'backward';
    const there = isUp ? first - from : to - 1 - last;
    const left = isUp ? from : rows - to;
    if (there < ahead.least) this.#isFilling = true;
    if (there >= ahead.most || left <= 0) this.#isFilling = false;
    if (!this.#isFilling) return { from, to };
    const more = Math.min(left, Math.max(this.#isItsTurn ? 1 : 0, ahead.least - there));
    this.#hasDrawn ||= more > 0;
    this.#frame ||= requestAnimationFrame(this.#next);
    const most = last - first + 1 + 2 * beyond;
    return isUp
      ? { from: from - more, to: Math.min(to, from - more + most) }
      : { from: Math.max(from, to + more - most), to: to + more };
  }

  #next = (): void => {
    this.#frame = this.#hasDrawn ? requestAnimationFrame(this.#next) : 0;
    this.#isItsTurn = !this.#hasDrawn;
    this.#hasDrawn = false;
    if (this.#isItsTurn) this.#moved();
    this.#isItsTurn = this.#hasDrawn = false;
  };

  /** How high the box is, in px; 0 before it was measured. */
  get height(): number {
    return this.#virtualizer?.scrollRect?.height ?? 0;
  }

  /** How many whole rows are in sight. */
  get page(): number {
    const { height, head } = this.#shape;
    return Math.max(1, Math.floor((this.height - head) / height));
  }

  /** Brings a row in sight, with as little movement as will do. */
  show(row: number): void {
    if (row >= 0) this.#virtualizer?.scrollToIndex(row, { align: 'auto' });
  }

  /** Goes back to the first row. */
  toStart(): void {
    this.#virtualizer?.scrollToOffset(0);
  }

  /** Draws the first rows; of many, those in sight and those beyond in a task each: what is around them has been enough for one. */
  #begin(isMany: boolean): void {
    const draw = (beyond: number) => {
      this.#beyond = beyond;
      this.#virtualizer?.setOptions(this.#options());
      this.#host.requestUpdate();
    };
    if (!isMany) {
      draw(beyond);
      return;
    }
    const box = this.#box;
    const still = () => this.#box === box;
    setTimeout(() => {
      if (!still()) return;
      draw(0);
      requestAnimationFrame(() => setTimeout(() => still() && draw(beyond)));
    });
  }

  #options(): VirtualizerOptions<HTMLElement, Element> {
    const { rows, height, head } = this.#shape;
    return {
      count: rows,
      overscan: this.#beyond ?? 0,
      scrollMargin: head,
      scrollPaddingStart: head,
      estimateSize: () => height,
      getScrollElement: () => this.#box,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => this.#beyond !== null && this.#moved(),
    };
  }
}
