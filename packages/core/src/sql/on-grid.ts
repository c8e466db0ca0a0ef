import { finest } from '../stats/exact-points.ts';
import type { Dialect } from './dialect.ts';
import { type Fragment, sql } from './fragment.ts';

/** The nearest number on the grid of points, for what is not below 0: to the last bit what `onGrid` gives. */
export const onGridSql = ({ double }: Dialect, value: Fragment): Fragment =>
  sql`(floor(${value} * ${double(sql`${finest}`)} + ${double(sql`${0.5}`)}) / ${double(sql`${finest}`)})`;
