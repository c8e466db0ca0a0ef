import { formatPath, given, HealthError } from '../errors.ts';

/** What the document is, and the keys that lead to a value in it. */
type Path = readonly [what: string, ...keys: (string | number)[]];

/**
 * Reads what JSON gave as a `T`, or throws a HealthError that says what is wrong there, and where: a tenth of zod, for
 * pages that only look at what came.
 */
export type Read<T> = (value: unknown, path: Path) => T;

/** The keys that may be absent. */
type Optional<Shape> = { [Key in keyof Shape]: undefined extends Shape[Key] ? Key : never }[keyof Shape];

/** What a shape of readers gives: a key whose reader gives nothing for nothing may be absent. */
type Shaped<Shape> = { [Key in Exclude<keyof Shape, Optional<Shape>>]: Shape[Key] } & {
  [Key in Optional<Shape>]?: Shape[Key];
};

function refusal([what, ...keys]: Path, expected: string, value: unknown): HealthError {
  const path = formatPath(keys);
  const message = `${path || what} must be ${expected}, not ${given(value)}.`;
  return new HealthError({ code: 'malformed', path, message });
}

/** A value by itself; `fault` says what else would have been right, or nothing. */
const leaf =
  <T>(fault: (value: unknown) => string | false): Read<T> =>
  (value, path) => {
    const expected = fault(value);
    if (expected) throw refusal(path, expected, value);
    // Sound: each `fault` below has looked.
    return value as T;
  };

const characters = (words: string, edge: number) => `of ${words} ${edge} character${edge === 1 ? '' : 's'}`;

export const text = (most: number, least = 0): Read<string> =>
  leaf((value) =>
    typeof value !== 'string'
      ? 'text'
      : value.length < least
        ? characters('at least', least)
        : value.length > most && characters('at most', most),
  );

/** Text of a form, which `such` names, and of which `exists` knows more. */
export const formed = (pattern: RegExp, such: string, exists = (_: string) => true): Read<string> =>
  leaf((value) => !(typeof value === 'string' && pattern.test(value) && exists(value)) && such);

export const number = (low = -Infinity, high = Infinity): Read<number> =>
  leaf((value) =>
    typeof value !== 'number' || !Number.isFinite(value)
      ? 'a finite number'
      : value < low
        ? `at least ${low}`
        : value > high && `at most ${high}`,
  );

export const int =
  (low: number, high?: number): Read<number> =>
  (value, path) => {
    if (!Number.isSafeInteger(number()(value, path))) throw refusal(path, 'a whole number', value);
    return number(low, high)(value, path);
  };

/** From 0 to `most`; −0 is 0. */
export const upTo =
  (most: number): Read<number> =>
  (value, path) =>
    number(0, most)(value, path) + 0;

export const oneOf = <const T extends string | number | boolean>(...values: readonly T[]): Read<T> =>
  // The list takes whatever is looked for in it.
  leaf(
    (value) =>
      !(values as readonly unknown[]).includes(value) &&
      `${values.length > 1 ? 'one of ' : ''}${values.map(given).join(', ')}`,
  );

export const nullable =
  <T>(read: Read<T>): Read<T | null> =>
  (value, path) =>
    value === null ? null : read(value, path);

export const optional =
  <T>(read: Read<T>): Read<T | undefined> =>
  (value, path) =>
    value === undefined ? value : read(value, path);

export const list =
  <T>(read: Read<T>, most: number): Read<T[]> =>
  (value, path) => {
    if (!Array.isArray(value)) throw refusal(path, 'a list', value);
    if (value.length > most) throw refusal(path, `of at most ${most} items`, value);
    return value.map((item, index) => read(item, [...path, index]));
  };

const fieldsOf = (value: unknown, path: Path): Record<string, unknown> => {
  if (typeof value !== 'object' || !value || Array.isArray(value)) throw refusal(path, 'an object', value);
  // Sound: what JSON gave is a list, a record, or no object.
  return value as Record<string, unknown>;
};

/** Whatever keys there are, of 1 to 200 characters, each with such a value. */
export const record =
  <T>(read: Read<T>): Read<Record<string, T>> =>
  (value, path) => {
    const entries = Object.entries(fieldsOf(value, path)).filter(([key]) => key !== '__proto__');
    return Object.fromEntries(
      entries.map(([key, field]) => [id(key, [...path, key]), read(field, [...path, key])] as const),
    );
  };

/** An object of which these keys are known. Others are left out; where it is strict, refused. */
export const object =
  <Shape extends object>(
    shape: { readonly [Key in keyof Shape]: Read<Shape[Key]> },
    isStrict = false,
  ): Read<Shaped<Shape>> =>
  (value, path) => {
    const fields = fieldsOf(value, path);
    const read: Record<string, unknown> = {};
    for (const key of Object.keys(shape) as (keyof Shape & string)[]) {
      const field = shape[key](fields[key], [...path, key]);
      if (field !== undefined) read[key] = field;
    }
    const unknown = isStrict && Object.keys(fields).find((key) => !Object.hasOwn(shape, key));
    if (typeof unknown === 'string') {
      const [what, ...keys] = path;
      const message = `${formatPath(keys) || what} has no key ${given(unknown)}: remove it or mend its spelling.`;
      throw new HealthError({ code: 'unknown-key', path: formatPath([...keys, unknown]), message });
    }
    // Sound: each key was read by the reader of that key.
    return read as Shaped<Shape>;
  };

/** Names things: accounts, measures, tiers. */
export const id: Read<string> = /* @__PURE__ */ text(200, 1);
