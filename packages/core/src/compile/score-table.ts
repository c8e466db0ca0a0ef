import { type Fragment, join, name, sql } from '../sql/fragment.ts';
import { ColumnNames } from './column-names.ts';
import { type Expression, type Held, plain } from './expression.ts';
import type { Row } from './row-values.ts';
import type { Column } from './staged-columns.ts';

/** A column that a statement gives, and what it tells: `metric`, `seat-use`, `points` under `metric_seat_use_points`. */
export interface ScoreColumn {
  readonly name: string;
  readonly of: string;
  /** Of which metric, measure, dimension, fact or signal; null of none. */
  readonly id: string | null;
  readonly part: string | null;
}

/** The columns that a statement gives, under names for whoever reads the table without us. */
export class ScoreTable {
  readonly #names = new ColumnNames();
  readonly #given = new Map<string, string>();
  readonly #selected: Fragment[] = [];
  readonly #held: Held;
  readonly columns: ScoreColumn[] = [];

  constructor(held: Held) {
    this.#held = held;
  }

  /** Gives what tells of something, such as `points` of the `metric` with this id. */
  give(value: Column | Expression | Fragment, of: string, id?: string, part?: string): void {
    const column = 'read' in value ? value : this.#held.column('stage' in value ? value : plain(value));
    const name = this.#names.take(of, id, part);
    this.columns.push({ name, of, id: id ?? null, part: part ?? null });
    this.#give(column, name);
  }

  /** Gives a column that only we read, if it is not given yet. */
  keep(column: Column): void {
    if (!this.#given.has(column.name)) this.#give(column, this.#names.take('report', column.name));
  }

  #give(column: Column, as: string): void {
    if (!this.#given.has(column.name)) this.#given.set(column.name, as);
    this.#selected.push(sql`${column.read} as ${name(as)}`);
  }

  /** The columns that are selected. */
  get read(): ReadonlySet<string> {
    return new Set(this.#given.keys());
  }

  /** How many columns are selected. */
  get width(): number {
    return this.#selected.length;
  }

  /** What to select. */
  selected(): Fragment {
    return join(this.#selected, sql`,\n`);
  }

  /** A row by the names that columns have among themselves. Throws a TypeError that names a column it lacks. */
  ownNames(row: Row): Row {
    const lacks = [...this.#given.values()].find((as) => row[as] === undefined);
    if (lacks !== undefined)
      throw new TypeError(`The row has no column "${lacks}": it must be one that this statement gave, whole.`);
    return Object.fromEntries([...this.#given].map(([own, as]) => [own, row[as]]));
  }
}
