import { type Fragment, sql } from './fragment.ts';

/**
 * Arithmetic on doubles. An engine may end a whole statement over one number that a double cannot hold; here the result
 * is then null or an infinity, read as missing either way, and 0 where it is too small. Null where an operand is.
 */
export interface Arithmetic {
  plus(a: Fragment, b: Fragment): Fragment;
  minus(a: Fragment, b: Fragment): Fragment;
  times(a: Fragment, b: Fragment): Fragment;
  /** Null where `b` is 0. */
  divide(a: Fragment, b: Fragment): Fragment;
  /** A positive number to a power. */
  power(base: number, exponent: Fragment): Fragment;
}

/** Plain operators, for an engine whose doubles overflow to infinity and underflow to 0, as in JavaScript. */
export const ieee: Arithmetic = {
  plus: (a, b) => sql`(${a} + ${b})`,
  minus: (a, b) => sql`(${a} - ${b})`,
  times: (a, b) => sql`(${a} * ${b})`,
  divide: (a, b) => sql`(${a} / nullif(${b}, 0))`,
  power: (base, exponent) => sql`power(${base}, ${exponent})`,
};
