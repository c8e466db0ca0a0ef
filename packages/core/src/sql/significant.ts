import { digits } from '../stats/significant.ts';
import { type Fragment, join, ours, sql } from './fragment.ts';
import { rounded } from './rounded.ts';

/** What `significant` makes of a double. Over a column, since it is written out many times; null where that is. */
export function significantSql(column: Fragment, finest = Infinity): Fragment {
  const sizes = digits.map(
    ([size, parts]) => sql`when abs(${column}) < ${ours(size)} then ${rounded(column, Math.min(parts, finest))}`,
  );
  return sql`case ${join(sizes, sql` `)} else ${column} end`;
}

/** What `toMillionths` makes of a total of counts. */
export const toMillionthsSql = (column: Fragment): Fragment => significantSql(column, 1e6);
