import type { Dialect } from '../sql/dialect.ts';
import { type Fragment, join, sql } from '../sql/fragment.ts';

/** A member of a group as SQL expressions: what `Member` is to one account. */
export interface MemberSql {
  readonly weight: Fragment;
  /** 0–100; null when it does not count. */
  readonly score: Fragment;
  /** The same; null when it has no weight too. */
  readonly weighed: Fragment;
  /** Null when it does not count; asked for in groups that add points. */
  readonly points: Fragment;
  readonly most: Fragment;
}

/** What a method is given beside the members. */
export interface MethodContext {
  readonly dialect: Dialect;
  /** Holds an expression in a column of its own, so that what reads it many times need not repeat it. */
  hold(expression: Fragment): Fragment;
}

/** What `Combined` is to one account. All but the score is asked for once the score is held in a column. */
export interface CombinedSql {
  readonly score: Fragment;
  shares(score: Fragment): readonly Fragment[];
  /** What each member gives or costs, where that is not its share of its score. */
  parts?(): readonly Fragment[];
  /** What the group begins with. */
  readonly start?: number;
  /** What holding the score to its limits adds or costs; null where that is nothing. */
  limit?(score: Fragment): Fragment;
}

/** A method in a statement that scores all accounts at once. */
export type MethodSql<S> = (members: readonly MemberSql[], settings: S, context: MethodContext) => CombinedSql;

/** A sum of what is there; 0 of nothing. */
export const sumSql = (terms: readonly Fragment[]): Fragment =>
  terms.length ? sql`(${join(terms, sql` + `)})` : sql`0`;

/** The least or the greatest of what is there, all of it between 0 and 100; null of nothing. */
export function extremeSql(of: 'least' | 'greatest', values: readonly Fragment[]): Fragment {
  const [first] = values;
  if (!first || values.length === 1) return first ?? sql`null`;
  // Engines differ in what the least of nothing and something is, so nothing is given a number that none can have.
  const none = of === 'least' ? sql`1000` : sql`-1000`;
  const given = values.map((value) => sql`coalesce(${value}, ${none})`);
  const [name] = [of === 'least' ? sql`least` : sql`greatest`];
  return sql`nullif(${name}(${join(given, sql`, `)}), ${none})`;
}
