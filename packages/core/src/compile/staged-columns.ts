import { type Fragment, join, name, sql } from '../sql/fragment.ts';
import { inlined } from './inline-columns.ts';

/** A column of a table `a` that grows select by select, and the select that makes it. */
export interface Column {
  /** Reads it: `a."m0"`. Sound only in a select after the one that makes it. */
  readonly read: Fragment;
  readonly name: string;
  /** 0 reads the table that all begins with; the next ones read the columns before them. */
  readonly stage: number;
}

/** Columns made of columns: an expression that reads others is in a later select than they are. */
export class StagedColumns {
  readonly #expressions = new Map<string, Fragment>();

  /** Adds a column to the first select that can read `reads`. Names must not come twice. */
  add(column: string, expression: Fragment, reads: Iterable<Pick<Column, 'stage'>> = []): Column {
    let stage = 0;
    for (const one of reads) stage = Math.max(stage, one.stage + 1);
    return this.addAt(stage, column, expression);
  }

  /** The same to a select of one's own choice, at the earliest that after all the columns it reads. */
  addAt(stage: number, column: string, expression: Fragment): Column {
    this.#expressions.set(column, expression);
    return { read: sql`a.${name(column)}`, name: column, stage };
  }

  /**
   * What each select adds and what it keeps of the table before, so that the last one has the `wanted` columns. Selects
   * are as few as can be: what is read once is written where it is read, and what nobody reads is left out.
   */
  stages(
    wanted: ReadonlySet<string>,
  ): { readonly added: Fragment; readonly kept: readonly string[]; readonly count: number }[] {
    const columns = inlined(this.#expressions, wanted);
    const stages: { name: string; expression: Fragment }[][] = [];
    for (const [name, { expression, stage }] of columns) {
      while (stages.length <= stage) stages.push([]);
      stages[stage]?.push({ name, expression });
    }
    return stages.map((made, stage) => {
      const read = new Set(wanted);
      for (const one of columns.values()) if (one.stage > stage) for (const name of one.reads) read.add(name);
      for (const { name } of made) read.delete(name);
      const later = [...read].filter((name) => (columns.get(name)?.stage ?? -1) < stage);
      return {
        added: join(
          made.map(({ name: column, expression }) => sql`, ${expression} as ${name(column)}`),
          sql`\n`,
        ),
        kept: later,
        count: made.length + later.length,
      };
    });
  }
}
