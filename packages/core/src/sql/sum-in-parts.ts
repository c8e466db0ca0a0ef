import type { Arithmetic } from './arithmetic.ts';
import { type Fragment, sql } from './fragment.ts';

/** 2^26, and one part of so many: to multiply with either loses nothing. */
const [large, part] = [sql`67108864`, sql`1.4901161193847656e-8`];

/**
 * A sum of doubles that comes out alike in whatever order they come, and in which what is large cancels out whole: whole
 * multiples of 2^26 are added up apart from what is over, which loses nothing up to 6e23 and does not overflow. `take`
 * has the engine make an aggregate and gives its column; `bind` names a number that is written many times; `cut` takes
 * off what a double has behind the point.
 */
export function sumInParts(
  arithmetic: Arithmetic,
  take: (aggregate: Fragment) => Fragment,
  bind: (read: (number: Fragment) => Fragment) => Fragment,
  cut = (number: Fragment): Fragment => sql`trunc(${number})`,
): Fragment {
  const multiples = (number: Fragment) => cut(sql`${number} * ${part}`);
  const inParts = (number: Fragment, more: Fragment, less: Fragment) =>
    sql`case when abs(${number}) >= ${large} then ${more} else ${less} end`;
  const whole = take(sql`sum(${bind((number) => inParts(number, multiples(number), sql`0`))})`);
  const over = take(
    sql`sum(${bind((number) => inParts(number, sql`${number} - ${multiples(number)} * ${large}`, number))})`,
  );
  return arithmetic.plus(arithmetic.times(whole, large), over);
}
