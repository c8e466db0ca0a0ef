import { type Fragment, sql } from './fragment.ts';

/** Whether a double is a number, and neither infinite nor NaN; null where it is null. */
export const isFiniteSql = (number: Fragment): Fragment => sql`abs(${number}) <= 1.7976931348623157e308`;

/** A number that a double holds, null in place of infinities and NaN: engines differ in whether they let those arise. */
export const finite = (number: Fragment): Fragment => sql`case when ${isFiniteSql(number)} then ${number} end`;
