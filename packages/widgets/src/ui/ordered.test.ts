import { expect } from 'chai';
import fc from 'fast-check';
import { Ordered } from './ordered.ts';

interface Item {
  readonly key: number;
  readonly id: number;
}

const list = (keys: readonly number[]): Item[] => keys.map((key, id) => ({ key, id }));
const byKey = (a: Item, b: Item) => a.key - b.key;

describe('a list in order as far as it is looked at', () => {
  it('is as a stable sort has it, whatever part is looked at first', () => {
    const keys = fc.array(fc.nat(40), { maxLength: 300 });
    const looks = fc.array(fc.tuple(fc.nat(300), fc.nat(300)), { maxLength: 8 });
    fc.assert(
      fc.property(keys, looks, (keys, looks) => {
        const items = list(keys);
        const sorted = items.toSorted(byKey);
        const ordered = new Ordered(items, byKey);
        for (const [from, to] of looks) expect(ordered.part(from, to)).to.deep.equal(sorted.slice(from, to));
        expect(ordered.part(0)).to.deep.equal(sorted);
      }),
    );
  });

  it('leaves the list that it was given as it was', () => {
    const items = list([3, 1, 2]);
    new Ordered(items, byKey).part(0);
    expect(items).to.deep.equal(list([3, 1, 2]));
  });

  it('finds an item and its place without the rest in order', () => {
    const ordered = new Ordered(list([5, 1, 5, 0]), byKey);
    expect(ordered.placeOf(({ id }) => id === 2)).to.equal(3);
    expect(ordered.at(3)).to.deep.equal({ key: 5, id: 2 });
    expect(ordered.placeOf(({ id }) => id === 9)).to.equal(-1);
    expect([ordered.at(-1), ordered.at(4)]).to.deep.equal([undefined, undefined]);
  });

  it('compares a few times for each item until the first screen is in order, however they lie', () => {
    const lists = {
      rising: Array.from({ length: 10_000 }, (_, i) => i),
      falling: Array.from({ length: 10_000 }, (_, i) => -i),
      mixed: Array.from({ length: 10_000 }, (_, i) => (i * 7919) % 10_007),
      alike: Array.from({ length: 10_000 }, () => 1),
      pipes: Array.from({ length: 10_000 }, (_, i) => Math.min(i, 10_000 - i)),
    };
    for (const [name, keys] of Object.entries(lists)) {
      let count = 0;
      const ordered = new Ordered(list(keys), (a, b) => {
        count++;
        return byKey(a, b);
      });
      ordered.part(0, 20);
      expect(count / 10_000, name).to.be.below(6);
    }
  });

  it('ends for a list that parts as badly as can be', () => {
    // Each pivot is the least but one: it would be parted ten thousand times.
    const items = list(Array.from({ length: 5_000 }, (_, i) => i));
    let least = 0;
    const found = new Map<Item, number>();
    const rank = (item: Item) => found.get(item) ?? found.set(item, least++).get(item) ?? 0;
    const ordered = new Ordered(items, (a, b) => rank(a) - rank(b));
    expect(ordered.part(0).map(rank)).to.deep.equal(items.map((_, i) => i));
  });
});
