import { type Fragment, join, sql } from '../sql/fragment.ts';
import type { Column, StagedColumns } from './staged-columns.ts';

/** A fragment over a table that grows select by select, and the first select that has all it reads. */
export interface Expression {
  readonly sql: Fragment;
  readonly stage: number;
}

/** What reads a column. */
export const reading = ({ read, stage }: Column): Expression => ({ sql: read, stage: stage + 1 });

/** What any select has: parameters, and columns of the table that all begins with. */
export const plain = (fragment: Fragment): Expression => ({ sql: fragment, stage: 0 });

/** Builds an expression of others, as `sql` builds fragments of fragments. */
export function express(strings: TemplateStringsArray, ...parts: readonly (Expression | Fragment)[]): Expression {
  const stage = parts.reduce((latest, part) => ('stage' in part ? Math.max(latest, part.stage) : latest), 0);
  return { sql: sql(strings, ...parts.map((part) => ('stage' in part ? part.sql : part))), stage };
}

/** Expressions one after another with `between` them. */
export const joined = (parts: readonly Expression[], between: Fragment): Expression => ({
  sql: join(
    parts.map((part) => part.sql),
    between,
  ),
  stage: Math.max(0, ...parts.map(({ stage }) => stage)),
});

/** Columns under short names of their own, each made in the first select that can. */
export class Held {
  readonly #staged: StagedColumns;
  readonly #prefix: string;
  readonly #columns = new Map<string, Column>();
  #made = 0;

  /** Names begin with `prefix`, which no other columns may. */
  constructor(staged: StagedColumns, prefix: string) {
    this.#staged = staged;
    this.#prefix = prefix;
  }

  /** A column of an expression, one for all that are alike. */
  column({ sql, stage }: Expression): Column {
    const key = JSON.stringify(sql.pieces);
    let column = this.#columns.get(key);
    if (!column) {
      column = this.#staged.addAt(stage, `${this.#prefix}${this.#made++}`, sql);
      this.#columns.set(key, column);
      // What only reads it is the same column.
      this.#columns.set(JSON.stringify(column.read.pieces), column);
    }
    return column;
  }
}
