/** The value kept under a key; made, and kept, the first time it is asked for. Of hundreds, all are forgotten. */
export function cached<Key, Value>(values: Map<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const there = values.get(key);
  if (there !== undefined) return there;
  if (values.size > 500) values.clear();
  const made = make(key);
  values.set(key, made);
  return made;
}
