import { type Fragment, sql } from './fragment.ts';

/** A number to which this is added and from which it is taken away is 0 afterwards where it is next to nothing. */
export const dust = 1e-100;

/**
 * A number, or 0 where it is next to nothing: an engine may end the statement where such a one is made smaller still. Any
 * from 1e-80 up keeps its last bit. `withoutDust` of stats does the same.
 */
export const withoutDust = (number: Fragment): Fragment => sql`(${number} + 1e-100 - 1e-100)`;
