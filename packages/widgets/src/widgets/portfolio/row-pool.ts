/** Which rows of a list are drawn, and whether it is moving. */
export interface Drawn {
  readonly from: number;
  readonly to: number;
  readonly isMoving: boolean;
}

/** An element that shows the row of one place, and what it was drawn from. */
interface Slot<Source> {
  readonly element: HTMLElement;
  place: number;
  source: Source | null;
}

/** How many rows are put elsewhere among the elements in one frame. */
const atOnce = 6;

/**
 * The elements of the rows in sight. While a list moves, those that leave its sight are drawn anew where others come, and
 * stay where they are among the elements, since a browser lays out and styles anew what is put elsewhere; when it rests,
 * they are put in the order of their places, as screen readers follow it.
 */
export class RowPool<Source extends object> {
  #box: Element | null = null;
  #slots = new Map<number, Slot<Source>>();
  /** Those whose place among the elements may not be that among the rows. */
  #strays = new Set<Slot<Source>>();
  /** The frame in which more are put in order. */
  #frame = 0;

  /**
   * Shows the rows of a stretch in `box`. `sourceOf` tells what a row is drawn from: where all of it is the same, the row is
   * not drawn again. `fill` draws it into its element; `before` is what this has shown, if anything.
   */
  show(
    box: Element,
    { from, to, isMoving }: Drawn,
    sourceOf: (place: number) => Source,
    fill: (element: HTMLElement, source: Source, before: Source | null) => void,
  ): void {
    if (box !== this.#box) {
      this.#box = box;
      this.#slots.clear();
      this.#strays.clear();
    }
    const free = [...this.#slots.values()].filter(({ place }) => place < from || place >= to);
    for (let place = from; place < to; place++) {
      const source = sourceOf(place);
      const slot = this.#slots.get(place) ?? this.#give(place, free.pop() ?? made(box));
      const before = slot.source;
      if (before && areSame(before, source)) continue;
      slot.source = source;
      fill(slot.element, source, before);
      if (!slot.element.isConnected) box.append(slot.element);
    }
    cancelAnimationFrame(this.#frame);
    if (isMoving) return;
    for (const { element, place } of free) {
      element.remove();
      this.#slots.delete(place);
    }
    this.#order(box);
  }

  /** Has an element show another place. */
  #give(place: number, slot: Slot<Source>): Slot<Source> {
    this.#slots.delete(slot.place);
    this.#slots.set(place, slot);
    this.#strays.add(slot);
    slot.place = place;
    return slot;
  }

  /** Puts rows in order, some in each frame: a browser styles and lays out anew each that is put elsewhere. */
  #order(box: Element): void {
    let moves = 0;
    for (const slot of [...this.#strays].sort((a, b) => b.place - a.place)) {
      if (moves === atOnce) break;
      this.#strays.delete(slot);
      const { element, place } = slot;
      // A row that has left while others were put in order has no place.
      if (this.#slots.get(place) !== slot) continue;
      const next = this.#slots.get(place + 1)?.element ?? null;
      if (element.nextElementSibling === next) continue;
      box.insertBefore(element, next);
      moves++;
    }
    if (this.#strays.size > 0) this.#frame = requestAnimationFrame(() => this.#order(box));
  }
}

const made = (box: Element) => ({ element: box.ownerDocument.createElement('div'), place: -1, source: null });

const areSame = (one: object, other: object): boolean =>
  Object.entries(one).every(([name, value]) => Reflect.get(other, name) === value);
