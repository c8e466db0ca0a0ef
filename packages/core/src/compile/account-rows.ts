import type { Dialect } from '../sql/dialect.ts';
import { type Fragment, join, name, sql } from '../sql/fragment.ts';
import { amongAccounts, type ObservationQuery } from './observation-query.ts';
import type { RowSets } from './row-sets.ts';
import type { StagedColumns } from './staged-columns.ts';

/** What a statement reads of accounts. */
interface Reading {
  readonly dialect: Dialect;
  readonly query: ObservationQuery;
  /** Columns of the table of accounts, which goes by `a`. */
  readonly columns: Fragment;
  readonly rows: RowSets;
  readonly staged: StagedColumns;
  /** The table of instants to read as of; null where there is only one. */
  readonly instants: Fragment | null;
  /** The columns that are read of the last table. */
  readonly wanted: ReadonlySet<string>;
}

/** The table expressions after a `with`, and the name of the last: a row for each account, with all the columns there are. */
export function accountRows({ dialect, query, columns, rows, staged, instants, wanted }: Reading): {
  readonly tables: Fragment;
  readonly last: Fragment;
  /** How many columns the widest of them has. */
  readonly widest: number;
} {
  const [many, each] = instants ? [sql` cross join ${instants}`, sql`, i.*`] : [sql``, sql``];
  const subjects = sql`s as ${dialect.held} (select ${columns}${each} from accounts a${many} where true${amongAccounts(sql`a.id`, query, dialect)})`;
  const gathered = sql`${subjects},\n${rows.expressions(query, dialect)}${name('s0')} as ${dialect.held} (select a.*${rows.columns()}
from s a${rows.joins()})`;
  // Held, because rows that are joined come in small batches and every batch has its price for every column.
  const made = staged.stages(wanted);
  const stages = made.map(({ added, kept }, stage) => {
    // What differs from one instant to another is read by names that stand anywhere.
    const before = instants
      ? sql`a.*`
      : join(
          [...new Set(['id', ...kept])].map((one) => sql`a.${name(one)}`),
          sql`, `,
        );
    return sql`,\n${name(`s${stage + 1}`)} as ${dialect.held} (select ${before}\n${added}\nfrom ${name(`s${stage}`)} a)`;
  });
  return {
    tables: sql`${gathered}${join(stages, sql``)}`,
    last: name(`s${stages.length}`),
    widest: Math.max(4 + rows.count, ...made.map(({ count }) => 1 + count)),
  };
}
