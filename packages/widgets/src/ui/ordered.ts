/** Stretches as short as this are put in order at once. */
const short = 24;
/** Items of which the middle one parts a longer stretch. */
const sampled = 9;

/** An item, and where it was given. */
interface Placed<Item> {
  readonly item: Item;
  readonly place: number;
}

/** A part of the list whose items are all in it, and not yet in order: from where to where. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** How often it may still be parted; a list that parts badly is sorted as any other. */
  readonly depth: number;
}

/**
 * A list that is put in order as far as it is looked at: the first screen of ten thousand takes a fraction of what it
 * takes to sort them all. It comes out as a stable sort would have it.
 */
export class Ordered<Item> {
  #items: Placed<Item>[];
  #compare: (a: Item, b: Item) => number;
  #open: Stretch[];

  constructor(items: readonly Item[], compare: (a: Item, b: Item) => number) {
    this.#items = items.map((item, place) => ({ item, place }));
    this.#compare = compare;
    this.#open = [{ from: 0, to: items.length, depth: 2 * Math.ceil(Math.log2(items.length + 1)) }];
  }

  get length(): number {
    return this.#items.length;
  }

  /** The items from one place to before another. */
  part(from: number, to: number = this.length): Item[] {
    const seen = (stretch: Stretch) => stretch.from < to && stretch.to > from;
    for (let next = this.#open.find(seen); next; next = this.#open.find(seen)) {
      this.#open.splice(this.#open.indexOf(next), 1, ...this.#settle(next));
    }
    return this.#items.slice(from, to).map(({ item }) => item);
  }

  /** The item at a place; undefined where there is none. */
  at(place: number): Item | undefined {
    return this.part(place, place + 1)[0];
  }

  /** Where the first that is meant stands; −1 where none is. */
  placeOf(isMeant: (item: Item) => boolean): number {
    const own = this.#items.find(({ item }) => isMeant(item));
    return own ? this.#items.filter((other) => this.#order(other, own) < 0).length : -1;
  }

  #order = (a: Placed<Item>, b: Placed<Item>): number => this.#compare(a.item, b.item) || a.place - b.place;

  #put(from: number, items: readonly Placed<Item>[]): void {
    for (const [i, item] of items.entries()) this.#items[from + i] = item;
  }

  /** Parts a stretch at an item of it, or puts it in order; what is left to do of it. */
  #settle({ from, to, depth }: Stretch): Stretch[] {
    const items = this.#items.slice(from, to);
    const samples = Array.from({ length: sampled }, (_, i) => items[Math.floor(((i + 0.5) * items.length) / sampled)]);
    const pivot = samples.filter((item) => item !== undefined).sort(this.#order)[sampled >> 1];
    if (to - from <= short || depth === 0 || !pivot) {
      this.#put(from, items.sort(this.#order));
      return [];
    }
    const before: typeof items = [];
    const after: typeof items = [];
    for (const item of items) if (item !== pivot) (this.#order(item, pivot) < 0 ? before : after).push(item);
    this.#put(from, [...before, pivot, ...after]);
    const middle = from + before.length;
    return [
      { from, to: middle, depth: depth - 1 },
      { from: middle + 1, to, depth: depth - 1 },
    ].filter((stretch) => stretch.from < stretch.to);
  }
}
