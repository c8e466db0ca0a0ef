import { type Fragment, join, name, sql } from '../sql/fragment.ts';
import { amongAccounts, type ObservationQuery } from './observation-query.ts';

/** Rows, with the aggregates taken over them. */
interface RowSet {
  /** What follows `from`, up to the last condition. */
  readonly source: Fragment;
  readonly alias: string;
  /** By the aggregate itself, so that the same one is taken once. */
  readonly columns: Map<string, { readonly aggregate: Fragment; readonly column: string }>;
}

/**
 * The aggregates a statement needs, gathered by the rows they are taken over: each set of rows becomes one table
 * expression with its condition in `where`, so that an engine reads those rows and no others.
 */
export class RowSets {
  readonly #sets = new Map<string, RowSet>();

  /**
   * The name of the column that will hold an aggregate over an account's rows of `table`; null where the account has
   * none. The rows go by the table's first letter in both fragments.
   */
  column(table: 'facts' | 'events', aggregate: Fragment, where: Fragment): string {
    return this.#take(sql`${name(table)} ${name(table.slice(0, 1))} where ${where}`, aggregate);
  }

  /** The same of rows that a select in brackets makes; they have an `account_id` and go by `e`. */
  over(rows: Fragment, aggregate: Fragment): string {
    return this.#take(sql`${rows} e where true`, aggregate);
  }

  #take(source: Fragment, aggregate: Fragment): string {
    const rows = keyOf(source);
    const set = this.#sets.get(rows) ?? { source, alias: `r${this.#sets.size}`, columns: new Map() };
    this.#sets.set(rows, set);
    const key = keyOf(aggregate);
    const taken = set.columns.get(key) ?? { aggregate, column: `${set.alias}_${set.columns.size}` };
    set.columns.set(key, taken);
    return taken.column;
  }

  /** The table expressions, each followed by a comma. */
  expressions(query: ObservationQuery): Fragment {
    return join(
      [...this.#sets.values()].map(({ source, alias, columns }) => {
        const taken = [...columns.values()].map(({ aggregate, column }) => sql`, ${aggregate} as ${name(column)}`);
        const rows = sql`${source}${amongAccounts(sql`account_id`, query)}`;
        return sql`${name(alias)} as (select account_id${join(taken, sql``)} from ${rows} group by account_id),\n`;
      }),
      sql``,
    );
  }

  /** All columns, each after a comma. */
  columns(): Fragment {
    const columns = [...this.#sets.values()].flatMap((set) => [...set.columns.values()]);
    return join(
      columns.map(({ column }) => sql`, ${name(column)}`),
      sql``,
    );
  }

  /** The joins that bring them to an account `a`. */
  joins(): Fragment {
    return join(
      [...this.#sets.values()].map(({ alias }) => sql`\nleft join ${name(alias)} on ${name(alias)}.account_id = a.id`),
      sql``,
    );
  }
}

const keyOf = (fragment: Fragment): string => JSON.stringify(fragment.pieces);
