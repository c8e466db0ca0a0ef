import { type Fragment, ours, sql } from './fragment.ts';

/** A double rounded to the nearest that has a whole number of `parts` to the unit, halves up as in JavaScript. */
export function rounded(number: Fragment, parts: number): Fragment {
  const whole = ours(parts);
  return sql`(floor(${number} * ${whole} + 0.5) / ${whole})`;
}
