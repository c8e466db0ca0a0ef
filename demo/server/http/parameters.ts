import * as z from 'zod/mini';
import { Problem, shown } from './problem.ts';

/** Text for which `holds`; `expected` says in words what that is. */
export const textThat = (expected: string, holds: (text: string) => boolean) =>
  z.string({ error: expected }).check(z.refine(holds, { error: expected }));

/** Text that must be one of these. */
export const oneOf = (options: readonly string[]) =>
  textThat(`one of ${options.join(', ')}`, (text) => options.includes(text));

/** A whole number, written in digits. */
export const whole = (least: number, most: number) =>
  z.pipe(
    textThat(
      `a whole number from ${least} to ${most}`,
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most,
    ),
    z.transform(Number),
  );

/** Text of `least` to `most` characters. */
export const text = (least: number, most: number) =>
  textThat(`text of ${least} to ${most} characters`, ({ length }) => length >= least && length <= most);

/**
 * Reads the parameters of a request. Throws a problem that names each one that is wrong, what was expected
 * and what was given: unknown ones, and those given twice, are wrong too.
 */
export function readParameters<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  given: URLSearchParams,
): z.infer<z.ZodMiniObject<Shape>> {
  const names = [...new Set(given.keys())];
  const sentences = names.flatMap((name) => {
    if (!Object.hasOwn(shape, name))
      return `${shown(name)} is no parameter here: expected ${listed(Object.keys(shape))}.`;
    return given.getAll(name).length > 1 ? `${name} must be given once.` : [];
  });
  const result = z.safeParse(z.object(shape), Object.fromEntries(given));
  if (!result.success) {
    for (const { path, message } of result.error.issues) {
      const name = String(path[0]);
      const value = given.get(name);
      sentences.push(`${name} must be ${message}, not ${value === null ? 'left out' : shown(value)}.`);
    }
  }
  if (!result.success || sentences.length) throw new Problem('invalid-parameter', sentences.join(' '));
  return result.data;
}

const listed = (names: readonly string[]): string => (names.length ? names.join(', ') : 'none');
