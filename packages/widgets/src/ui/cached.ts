/** The value kept under a key; made, and kept, the first time it is asked for. */
export function cached<Key, Value>(values: Map<Key, Value>, key: Key, make: () => Value): Value {
  const there = values.get(key);
  if (there !== undefined) return there;
  const made = make();
  values.set(key, made);
  return made;
}
