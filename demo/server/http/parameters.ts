import * as z from 'zod/mini';
import { toldAs } from '../openapi/told-as.ts';
import { Problem, shown } from './problem.ts';

/** Text for which `holds`; `expected` says in words what that is. */
export const textThat = (expected: string, holds: (text: string) => boolean) =>
  z.string({ error: expected }).check(z.refine(holds, { error: expected }));

/** Text that must be one of these. */
export const oneOf = (options: readonly string[]) => z.enum(options, { error: `one of ${options.join(', ')}` });

/** The same, which documents tell in words: the options are the portfolio's own. */
export const oneOfOwn = (options: readonly string[], description: string) =>
  toldAs(oneOf(options), { type: 'string', description });

/** A whole number, written in digits; `absent` where it is left out. */
export const whole = (least: number, most: number, absent: number) =>
  toldAs(
    z._default(
      z.pipe(
        textThat(
          `a whole number from ${least} to ${most}`,
          (text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most,
        ),
        z.transform(Number),
      ),
      absent,
    ),
    { type: 'integer', minimum: least, maximum: most, default: absent },
  );

/** Text of `least` to `most` characters. */
export const text = (least: number, most: number) =>
  toldAs(
    textThat(`text of ${least} to ${most} characters`, ({ length }) => length >= least && length <= most),
    { type: 'string', minLength: least, maxLength: most },
  );

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
