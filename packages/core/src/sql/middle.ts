import { type Fragment, sql } from './fragment.ts';

/** The mean of two doubles; large ones by halves, since their sum may be infinite. Null where one is. */
export const middle = (low: Fragment, high: Fragment): Fragment =>
  sql`case when abs(${low}) + abs(${high}) < 1e300 then (${low} + ${high}) / 2 else ${low} / 2 + ${high} / 2 end`;
