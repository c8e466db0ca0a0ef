import type { Arithmetic } from './arithmetic.ts';
import { type Fragment, sql } from './fragment.ts';

/** A number, or the text of one, as a double. */
export const toDouble = (number: Fragment): Fragment => sql`cast(${number} as double precision)`;

// Beyond the first of these logarithms a product is more than a double holds, below the second it is 0.
const [tooGreat, tooSmall] = [sql`709.782712893384`, sql`-744.9`];
const infinity = sql`double precision 'infinity'`;

/**
 * Arithmetic that overflows to infinity and underflows to 0. Postgres ends the statement at either, so that one account
 * would leave all without a score; whether it would is told by logarithms first. Operands are written once.
 */
export const unending: Arithmetic = {
  plus: (a, b) => over(a, b, sql`case when ${fits} then o.x + o.y else sign(o.x) * ${infinity} end`),
  minus: (a, b) =>
    over(a, sql`- ${toDouble(b)}`, sql`case when ${fits} then o.x + o.y else sign(o.x) * ${infinity} end`),
  times: (a, b) =>
    over(
      a,
      b,
      sql`case when o.y = 1 then o.x when o.x = 0 or o.y = 0 then 0 ${beyond(sql`ln(abs(o.x)) + ln(abs(o.y))`)} else o.x * o.y end`,
    ),
  divide: (a, b) =>
    over(
      a,
      b,
      sql`case when o.y = 0 then null when o.x = 0 then 0 ${beyond(sql`ln(abs(o.x)) - ln(abs(o.y))`)} else o.x / o.y end`,
    ),
  power(base, exponent) {
    const ends = [-744.9 / Math.log(base), 709.782712893384 / Math.log(base)];
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    const [below, above] = base < 1 ? [infinity, sql`0`] : [sql`0`, infinity];
    return base === 1
      ? sql`case when ${exponent} is not null then 1.0 end`
      : over(
          exponent,
          sql`${base}`,
          sql`case when o.x < ${low} then ${below} when o.x > ${high} then ${above} else power(o.y, o.x) end`,
        );
  },
};

/**
 * Whether a sum is one that a double holds: by less than half a step, 2⁹⁷⁰, above the greatest it is rounded down to that.
 * What the greater of the two leaves of it is exact where it matters.
 */
const fits = sql`(o.x < 0) <> (o.y < 0) or least(abs(o.x), abs(o.y)) - (double precision '1.7976931348623157e308' - greatest(abs(o.x), abs(o.y))) < double precision '9.9792015476736e291'`;

const beyond = (logarithm: Fragment): Fragment =>
  sql`when ${logarithm} < ${tooSmall} then 0 when ${logarithm} > ${tooGreat} then sign(o.x) * sign(o.y) * ${infinity}`;

/** An expression over two doubles, o.x and o.y; null where one is. */
const over = (x: Fragment, y: Fragment, expression: Fragment): Fragment =>
  sql`(select ${expression} from (values (${toDouble(x)}, ${toDouble(y)})) o(x, y) where o.x is not null and o.y is not null)`;
