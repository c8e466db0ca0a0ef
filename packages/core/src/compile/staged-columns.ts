import { type Fragment, join, name, sql } from '../sql/fragment.ts';

/** A column of a table `a` that grows select by select, and the select that makes it. */
export interface Column {
  /** Reads it: `a."m0"`. Sound only in a select after the one that makes it. */
  readonly read: Fragment;
  readonly name: string;
  /** 0 reads the table that all begins with; the next ones read the columns before them. */
  readonly stage: number;
}

/**
 * Columns made of columns, each written out once: an expression that reads others is in a later select than they are.
 * Every select is over a table `a` that holds all columns so far.
 */
export class StagedColumns {
  readonly #stages: Fragment[][] = [];

  /** Adds a column to the first select that can read `reads`. Names must not come twice. */
  add(column: string, expression: Fragment, reads: Iterable<Pick<Column, 'stage'>> = []): Column {
    let stage = 0;
    for (const one of reads) stage = Math.max(stage, one.stage + 1);
    return this.addAt(stage, column, expression);
  }

  /** The same to a select of one's own choice, at the earliest that after all the columns it reads. */
  addAt(stage: number, column: string, expression: Fragment): Column {
    while (this.#stages.length <= stage) this.#stages.push([]);
    this.#stages[stage]?.push(sql`, ${expression} as ${name(column)}`);
    return { read: sql`a.${name(column)}`, name: column, stage };
  }

  /** The columns that each select adds, each after a comma, in order. */
  stages(): Fragment[] {
    return this.#stages.map((columns) => join(columns, sql`\n`));
  }
}
