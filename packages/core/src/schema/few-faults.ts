import type * as z from 'zod/mini';

/** Faults a document is told of at most. */
export const mostFaults = 50;

const portion = 1000;

/**
 * Has a list or a record stop once it has as many faults as are told, so that a million wrong items cost no more than a
 * few: it is parsed in portions. One of more than `most`, as the schema refuses it, is not looked at. Checks cannot be
 * added to what comes of it.
 */
export function fewFaults<S extends z.ZodMiniType>(schema: S, most = Number.POSITIVE_INFINITY): S {
  const internals = schema._zod;
  const { parse, run } = internals;
  const inPortions: typeof parse = (payload, context) => {
    const input: unknown = payload.value;
    if (typeof input !== 'object' || !input) return parse(payload, context);
    const isList = Array.isArray(input);
    const entries = isList ? null : Object.entries(input);
    const length = entries ? entries.length : (input as unknown[]).length;
    if (length <= portion || length > most) return parse(payload, context);
    const whole: Record<string, unknown> | unknown[] = isList ? [] : {};
    for (let from = 0; from < length && payload.issues.length < mostFaults; from += portion) {
      const value = entries
        ? Object.fromEntries(entries.slice(from, from + portion))
        : (input as unknown[]).slice(from, from + portion);
      // Sound: no schema here waits for anything.
      const part = parse({ value, issues: [] }, context) as typeof payload;
      for (const issue of part.issues) {
        const [first, ...rest] = issue.path ?? [];
        payload.issues.push(typeof first === 'number' ? { ...issue, path: [first + from, ...rest] } : issue);
      }
      if (Array.isArray(whole)) for (const item of part.value as unknown[]) whole.push(item);
      else Object.assign(whole, part.value);
    }
    payload.value = whole;
    return payload;
  };
  internals.parse = inPortions;
  // Where there are no checks, what runs a schema is its parser itself.
  if (run === parse) internals.run = inPortions;
  return schema;
}
