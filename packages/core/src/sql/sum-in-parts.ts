import type { Arithmetic } from './arithmetic.ts';
import { type Fragment, sql } from './fragment.ts';

/** How an engine adds up. */
interface Adding {
  readonly arithmetic: Arithmetic;
  /** Has it make an aggregate, and gives its column. */
  take(aggregate: Fragment): Fragment;
  /** The expression of a number that is named first, since it is written many times. */
  bind(read: (number: Fragment) => Fragment): Fragment;
  /** A number without what it has behind the point. */
  cut?(number: Fragment): Fragment;
}

/** 2^26, one part of so many, 2^33 and 2^79: to multiply with them loses nothing. */
const [large, part, larger, largest] = [
  sql`67108864`,
  sql`1.4901161193847656e-8`,
  sql`8589934592`,
  sql`6.044629098073146e23`,
];

/** Parts of 2^20 to the unit, one of them, and how many are in 2^26. */
const [fine, fineness, finePerLarge] = [sql`1048576`, sql`9.5367431640625e-7`, sql`70368744177664`];

const trunc = (number: Fragment): Fragment => sql`trunc(${number})`;

/**
 * A sum of doubles in three parts: whole multiples of 2^26, of 2^-20, and what is over. Of the first two nothing is lost
 * up to 2^53 of them, so that what is large cancels out whole, nothing overflows, and only the last digits tell in which
 * order they came; `significant` rounds those away. Null of none.
 */
export function sumInParts({ arithmetic, take, bind, cut = trunc }: Adding): Fragment {
  const multiples = (number: Fragment) => cut(sql`${number} * ${part}`);
  const parts = (number: Fragment) => cut(sql`${number} * ${fine}`);
  const sumOf = (read: (number: Fragment) => Fragment) => take(sql`sum(${bind(read)})`);
  const whole = sumOf((number) => sql`case when abs(${number}) >= ${large} then ${multiples(number)} else 0 end`);
  const middle = sumOf(
    (number) =>
      sql`case when abs(${number}) < ${large} then ${parts(number)} when abs(${number}) < ${largest} then ${parts(number)} - ${multiples(number)} * ${finePerLarge} else 0 end`,
  );
  // Larger numbers are whole multiples of the finest part. Null stays null.
  const rest = sumOf(
    (number) => sql`case when abs(${number}) >= ${larger} then 0 else ${number} - ${parts(number)} * ${fineness} end`,
  );
  return arithmetic.plus(arithmetic.times(whole, large), sql`(${middle} * ${fineness} + ${rest})`);
}
