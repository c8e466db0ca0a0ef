import { type Fragment, join, name, sql } from '../sql/fragment.ts';
import { amongAccounts, type ObservationQuery } from './observation-query.ts';

/** Rows of one table on one condition, with the aggregates taken over them. */
interface RowSet {
  readonly table: string;
  readonly where: Fragment;
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
    const rows = `${table} ${keyOf(where)}`;
    const set = this.#sets.get(rows) ?? { table, where, alias: `r${this.#sets.size}`, columns: new Map() };
    this.#sets.set(rows, set);
    const key = keyOf(aggregate);
    const taken = set.columns.get(key) ?? { aggregate, column: `${set.alias}_${set.columns.size}` };
    set.columns.set(key, taken);
    return taken.column;
  }

  /** The table expressions, each followed by a comma. */
  expressions(query: ObservationQuery): Fragment {
    return join(
      [...this.#sets.values()].map(({ table, where, alias, columns }) => {
        const taken = [...columns.values()].map(({ aggregate, column }) => sql`, ${aggregate} as ${name(column)}`);
        const rows = sql`${name(table)} ${name(table.slice(0, 1))} where ${where}${amongAccounts(sql`account_id`, query)}`;
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
