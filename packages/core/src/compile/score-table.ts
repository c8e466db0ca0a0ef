import { type Fragment, join, name, sql } from '../sql/fragment.ts';
import { ColumnNames } from './column-names.ts';
import { type Expression, type Held, plain } from './expression.ts';
import type { Row } from './row-values.ts';
import type { Column } from './staged-columns.ts';

/** The columns that a statement gives, under names for whoever reads the table without us. */
export class ScoreTable {
  readonly #names = new ColumnNames();
  readonly #given = new Map<string, string>();
  readonly #selected: Fragment[] = [];
  readonly #held: Held;

  constructor(held: Held) {
    this.#held = held;
  }

  /** Gives an expression under the name of a part of something: `metric`, its id, `points`. */
  give(value: Expression | Fragment, kind: string, id?: string, part?: string): void {
    this.giveColumn(this.#held.column('stage' in value ? value : plain(value)), kind, id, part);
  }

  /** Gives a column under such a name. */
  giveColumn(column: Column, kind: string, id?: string, part?: string): void {
    this.#give(column, this.#names.take(kind, id, part));
  }

  /** Gives a column that only we read, if it is not given yet. */
  keep(column: Column): void {
    if (!this.#given.has(column.name)) this.#give(column, this.#names.take('report', column.name));
  }

  #give(column: Column, as: string): void {
    if (!this.#given.has(column.name)) this.#given.set(column.name, as);
    this.#selected.push(sql`${column.read} as ${name(as)}`);
  }

  /** What to select. */
  selected(): Fragment {
    return join(this.#selected, sql`,\n`);
  }

  /** A row by the names that columns have among themselves. */
  ownNames(row: Row): Row {
    return Object.fromEntries([...this.#given].map(([own, as]) => [own, row[as]]));
  }
}
