/** Reads one item after another, the next one already while the one before is worked on. */
export async function* readAhead<Item, Value>(
  items: readonly Item[],
  read: (item: Item) => Promise<Value>,
): AsyncGenerator<readonly [Item, Value]> {
  let coming: Promise<Value> | undefined;
  for (const [index, item] of items.entries()) {
    const value = await (coming ?? read(item));
    const next = items[index + 1];
    coming = next === undefined ? undefined : read(next);
    // Whoever stops early will not hear of it; whoever goes on will, when it is awaited.
    coming?.catch(() => {});
    yield [item, value];
  }
}
