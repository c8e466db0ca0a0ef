import type * as z from 'zod/mini';
import { parseInstant } from './instant.ts';

/**
 * Has a schema take an event that is plainly sound without asking zod, which takes ten times as long: of a year there
 * are tens of thousands. All else goes to zod, which says what is wrong. Checks cannot be added to what comes of it.
 */
export function soundFirst<S extends z.ZodMiniType>(schema: S): S {
  const { parse } = schema._zod;
  const quick: typeof parse = (payload, context) => {
    const sound = soundEvent(payload.value);
    if (!sound) return parse(payload, context);
    payload.value = sound;
    return payload;
  };
  schema._zod.parse = quick;
  schema._zod.run = quick;
  return schema;
}

interface Fields {
  readonly name: unknown;
  readonly at: unknown;
  readonly until?: unknown;
  readonly user?: unknown;
  readonly count?: unknown;
  readonly properties?: unknown;
}

/** A copy of an event, where nothing about it is in doubt. */
function soundEvent(input: unknown): Fields | null {
  if (!isPlain(input)) return null;
  const copy = { ...input } as Fields;
  for (const key of Reflect.ownKeys(copy)) {
    if (!Object.hasOwn(tests, key)) return null;
    // Sound: there is a test of that name, and there is one for each field and no other.
    const field = key as keyof Fields;
    if (!tests[field](copy[field])) return null;
  }
  if (copy.name === undefined || copy.at === undefined) return null;
  return isPlain(copy.properties) ? { ...copy, properties: { ...copy.properties } } : copy;
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const isId = (value: unknown): boolean => typeof value === 'string' && value.length > 0 && value.length <= 200;

/** Those without seconds are instants too, but not to a schema. */
const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && value.length >= 20 && !Number.isNaN(parseInstant(value));

const isScalar = (value: unknown): boolean =>
  typeof value === 'string' ? value.length <= 2000 : typeof value === 'boolean' || Number.isFinite(value);

const isSoundProperty = (key: PropertyKey, value: unknown): boolean =>
  isId(key) && key !== '__proto__' && (value === null || isScalar(value));

const tests: { readonly [K in keyof Required<Fields>]: (value: unknown) => boolean } = {
  name: isId,
  at: isInstant,
  until: (value) => value === null || isInstant(value),
  user: isId,
  count: (value) => Number.isFinite(value) && (value as number) > 0,
  properties: (value) =>
    isPlain(value) && Reflect.ownKeys(value).every((key) => isSoundProperty(key, value[key as keyof typeof value])),
};
