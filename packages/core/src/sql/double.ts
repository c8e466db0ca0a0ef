import type { Dialect } from './dialect.ts';
import { type Fragment, sql } from './fragment.ts';

/** A number as a double of the engine. */
export const double = (dialect: Dialect, number: number): Fragment => dialect.double(sql`${number}`);

/** Several of them. */
export const doubles = <const N extends readonly number[]>(dialect: Dialect, numbers: N) =>
  // Sound: a list is mapped to one as long.
  numbers.map((number) => double(dialect, number)) as { readonly [I in keyof N]: Fragment };
