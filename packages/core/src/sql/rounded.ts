import type { Dialect } from './dialect.ts';
import { double } from './double.ts';
import { type Fragment, sql } from './fragment.ts';

/** A double rounded to the nearest that has a whole number of `parts` to the unit, halves up as in JavaScript. */
export const rounded = (dialect: Dialect, number: Fragment, parts: number): Fragment =>
  sql`(floor(${number} * ${double(dialect, parts)} + 0.5) / ${double(dialect, parts)})`;
