import type { Scalar } from '../schema/primitives.ts';

/**
 * Below, at or above 0 as `a` comes before, with or after `b` of the same type. Text goes by code point, as a database
 * in binary order has it and unlike `<`: so `YYYY-MM-DD` is in order of time, and `Z` comes before `a`.
 */
export function order(a: Scalar, b: Scalar): number {
  if (a === b) return 0;
  if (typeof a !== 'string' || typeof b !== 'string') return a < b ? -1 : 1;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return rank(a, at) - rank(b, at);
}

/** A code unit so that surrogates, which begin the highest code points, come after all others; the end comes first. */
function rank(text: string, at: number): number {
  if (at === text.length) return -1;
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
