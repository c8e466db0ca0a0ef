import type { Dialect } from './dialect.ts';
import { type Fragment, sql } from './fragment.ts';

/** Whether a timestamp is at or before an instant, to the millisecond: what is finer is cut off, as in JavaScript. */
export const upTo = (dialect: Dialect, timestamp: Fragment, ms: number): Fragment =>
  sql`${timestamp} < ${dialect.instant(ms + 1)}`;
