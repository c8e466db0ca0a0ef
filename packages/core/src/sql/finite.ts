import { type Fragment, sql } from './fragment.ts';

/** A number that a double holds, null in place of infinities and NaN: engines differ in whether they let those arise. */
export const finite = (number: Fragment): Fragment =>
  sql`case when abs(${number}) <= 1.7976931348623157e308 then ${number} end`;
