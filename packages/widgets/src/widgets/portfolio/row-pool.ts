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
    if (!isMoving) this.#rest(box, free);
  }

  /** Has an element show another place. */
  #give(place: number, slot: Slot<Source>): Slot<Source> {
    this.#slots.delete(slot.place);
    this.#slots.set(place, slot);
    this.#strays.add(slot);
    slot.place = place;
    return slot;
  }

  #rest(box: Element, free: readonly Slot<Source>[]): void {
    for (const { element, place } of free) {
      element.remove();
      this.#slots.delete(place);
    }
    for (const { element, place } of [...this.#strays].sort((a, b) => b.place - a.place)) {
      const next = this.#slots.get(place + 1)?.element ?? null;
      if (element.nextElementSibling !== next) box.insertBefore(element, next);
    }
    this.#strays.clear();
  }
}

const made = (box: Element) => ({ element: box.ownerDocument.createElement('div'), place: -1, source: null });

const areSame = (one: object, other: object): boolean =>
  Object.entries(one).every(([name, value]) => Reflect.get(other, name) === value);
