import { finest } from '../stats/exact-points.ts';
import type { Fragment } from './fragment.ts';
import { rounded } from './rounded.ts';

/** The nearest number on the grid of points: to the last bit what `onGrid` gives. */
export const onGridSql = (value: Fragment): Fragment => rounded(value, finest);
