import type { Dialect } from '../sql/dialect.ts';
import { type Condition, type Fragment, join, name, sql } from '../sql/fragment.ts';
import { amongAccounts, type ObservationQuery } from './observation-query.ts';
import { RowFigures } from './row-figures.ts';

/** Rows, with the aggregates taken over them. */
interface RowSet {
  /** The table, or a select in brackets, and what its rows go by. */
  readonly source: Fragment;
  readonly where: Condition;
  /** The table whose rows they are; null where a select makes them. */
  readonly table: 'facts' | 'events' | null;
  readonly alias: string;
  /** By the aggregate itself, so that the same one is taken once. */
  readonly columns: Map<string, { readonly aggregate: Fragment; readonly column: string }>;
}

/** Sets of rows that are read in one pass, under the name of the first. */
interface Together {
  readonly first: RowSet;
  readonly sets: readonly RowSet[];
}

/**
 * So many sets of rows of one name and more are gathered, since each is a pass over the events and a join; but only so
 * many into one, since an engine may copy what all filters need for every one of them.
 */
const [fewest, most] = [2, 16];

/**
 * The aggregates a statement needs, gathered by the rows they are taken over. A set of rows becomes one table expression
 * with its condition in `where`, so that an engine reads those rows and no others; many sets of one name, as of a measure
 * that is read week by week, become few, with their conditions as filters. Where a statement reads as of many instants,
 * each set stays alone: its condition is what joins events to those instants whose windows they lie in.
 */
export class RowSets {
  readonly #sets = new Map<string, RowSet>();
  readonly #instants: Fragment | null;

  /** `instants` is the table of instants to read as of, which has a column `instant`; null where there is only one. */
  constructor(instants: Fragment | null) {
    this.#instants = instants;
  }

  /**
   * The name of the column that will hold an aggregate over an account's rows of `table`; null, or 0 for a count, where
   * the account has none. The rows go by the table's first letter in both fragments, and `where` begins with their name:
   * `e.name = ?`.
   */
  column(table: 'facts' | 'events', aggregate: Fragment, where: Condition): string {
    return this.#take(sql`${name(table)} ${name(table.slice(0, 1))}`, aggregate, where, table);
  }

  /** The same of rows that a select in brackets makes; they have an `account_id` and go by `e`. */
  over(rows: Fragment, aggregate: Fragment): string {
    // The select may name columns of the table of instants before it.
    return this.#take(this.#instants ? sql`lateral ${rows} e` : sql`${rows} e`, aggregate, sql`true`);
  }

  #take(source: Fragment, aggregate: Fragment, where: Condition, table: 'facts' | 'events' | null = null): string {
    const rows = keyOf(sql`${source} ${where}`);
    const set = this.#sets.get(rows) ?? {
      source,
      where,
      table,
      alias: `r${this.#sets.size}`,
      columns: new Map(),
    };
    this.#sets.set(rows, set);
    const key = keyOf(aggregate);
    const taken = set.columns.get(key) ?? { aggregate, column: `${set.alias}_${set.columns.size}` };
    set.columns.set(key, taken);
    return taken.column;
  }

  /** The table expressions, each followed by a comma. */
  expressions(query: ObservationQuery, dialect: Dialect): Fragment {
    const only = amongAccounts(sql`account_id`, query, dialect);
    const [by, of] = this.#instants
      ? [sql`account_id, instant`, sql`${this.#instants} cross join `]
      : [sql`account_id`, sql``];
    return join(
      this.#together().map((together) => {
        const { first } = together;
        const { taken, from, where } = this.#written(together, only);
        return sql`${name(first.alias)} as (select ${by}${join(taken, sql``)} from ${of}${from} where ${where} group by ${by}),\n`;
      }),
      sql``,
    );
  }

  /** The aggregates over sets of rows, and the rows: those of all the sets. `only` says of which accounts. */
  #written({ first, sets }: Together, only: Fragment): Record<'from' | 'where', Fragment> & { taken: Fragment[] } {
    const alone = sets.length === 1;
    const where = sql`${alone ? first.where : sql`${namesOf(sets)}${earliest(sets)}`}${only}`;
    const sameName = sets.every((set) => nameOf(set) === nameOf(first));
    const taken = (read: (fragment: Fragment) => Fragment) =>
      sets.flatMap((set) => {
        const own = alone ? null : sameName ? besidesName(set.where) : set.where;
        const filter = own ? sql` filter (where ${read(own)})` : sql``;
        return [...set.columns.values()].map(
          ({ aggregate, column }) => sql`, ${read(aggregate)}${filter} as ${name(column)}`,
        );
      });
    // Where there are several instants, the condition joins events to them and cannot stand before that.
    if (first.table === 'events' && sameName && !this.#instants) {
      const figures = new RowFigures();
      const read = taken((fragment) => figures.read(fragment));
      if (figures.areShared) return { taken: read, from: figures.source(where), where: sql`true` };
    }
    return { taken: taken((fragment) => fragment), from: first.source, where };
  }

  /** How many columns there are. */
  get count(): number {
    return [...this.#sets.values()].reduce((count, set) => count + set.columns.size, 0);
  }

  /** All columns, each after a comma. */
  columns(): Fragment {
    const columns = [...this.#sets.values()].flatMap((set) => [...set.columns.values()]);
    return join(
      columns.map(({ column }) => sql`, ${name(column)}`),
      sql``,
    );
  }

  /** The joins that bring them to an account `a`, or to an account as of an instant. */
  joins(): Fragment {
    return join(
      this.#together().map(({ first }) => {
        const alias = name(first.alias);
        const same = this.#instants ? sql` and ${alias}.instant = a.instant` : sql``;
        return sql`\nleft join ${alias} on ${alias}.account_id = a.id${same}`;
      }),
      sql``,
    );
  }

  /** The sets of rows that become one table expression, which goes by the name of the first. */
  #together(): Together[] {
    const families = new Map<string, RowSet[]>();
    for (const set of this.#sets.values()) {
      // What is asked of all that ever happened must not keep the rest from passing over most of it.
      // Facts are few: those of all names are read at once.
      const rows = set.table === 'facts' ? sql`facts` : sql`${set.source} ${named(set.where)}`;
      const family = keyOf(sql`${rows}${set.where.since ? sql` since` : sql``}`);
      families.set(family, [...(families.get(family) ?? []), set]);
    }
    return [...families.values()].flatMap((unsorted) => {
      const family = unsorted.toSorted((a, b) => (b.where.since?.at ?? 0) - (a.where.since?.at ?? 0));
      const size = family.length < fewest || this.#instants ? 1 : most;
      return family.flatMap((first, place) =>
        place % size ? [] : [{ first, sets: family.slice(place, place + size) }],
      );
    });
  }
}

/** The first condition: that rows have a certain name. */
const named = (where: Fragment): Fragment => ({ pieces: where.pieces.slice(0, 2) });

const nameOf = ({ where }: RowSet): string => keyOf(named(where));

/** That rows have the name of one of the sets. */
function namesOf(sets: readonly RowSet[]): Fragment {
  const names = new Map(sets.map((set) => [nameOf(set), named(set.where)]));
  const [first, ...rest] = [...names.values()] as [Fragment, ...Fragment[]];
  return rest.length ? sql`(${join([first, ...rest], sql` or `)})` : first;
}

/** All conditions but the first, that on the name; null where there is no other. */
function besidesName({ pieces }: Fragment): Fragment | null {
  const [, , next, ...rest] = pieces;
  if (!next) return null;
  const joins = 'text' in next && next.text.startsWith(' and ');
  return joins ? { pieces: [{ text: next.text.slice(5) }, ...rest] } : { pieces };
}

/** ` and <the rows are not from before the first of the windows>`, where all of the sets have one. */
function earliest(sets: readonly RowSet[]): Fragment {
  const first = sets.map(({ where }) => where.since).sort((a, b) => (a?.at ?? -Infinity) - (b?.at ?? -Infinity))[0];
  return first ? sql` and ${first.met}` : sql``;
}

const keyOf = (fragment: Fragment): string => JSON.stringify(fragment.pieces);
