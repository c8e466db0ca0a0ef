import { type Fragment, sql } from './fragment.ts';

/** A double rounded to the nearest that has a whole number of `parts` to the unit, halves up as in JavaScript. */
export function rounded(number: Fragment, parts: number): Fragment {
  // Of our own, and no model's: it may stand in the text.
  const whole: Fragment = { pieces: [{ text: String(parts) }] };
  return sql`(floor(${number} * ${whole} + 0.5) / ${whole})`;
}
