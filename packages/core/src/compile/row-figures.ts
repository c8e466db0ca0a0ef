import { type Fragment, join, name, sql } from '../sql/fragment.ts';

/** The columns of events that aggregates read beside what `ofRow` marks. */
const eventColumns = ['account_id', 'at', 'until', 'user_id', 'count'];

/** What rows of events tell, worked out once for each of them under names of their own. */
export class RowFigures {
  readonly #columns = new Map<string, { readonly column: string; readonly fragment: Fragment; uses: number }>();

  /** A fragment with such columns in place of what rows tell. Sound over `source` only. */
  read({ pieces }: Fragment): Fragment {
    return {
      pieces: pieces.map((piece) => {
        if (!('ofRow' in piece)) return piece;
        const key = JSON.stringify(piece.ofRow.pieces);
        const one = this.#columns.get(key) ?? { column: `p${this.#columns.size}`, fragment: piece.ofRow, uses: 0 };
        this.#columns.set(key, one);
        one.uses++;
        return { text: `e.${one.column}` };
      }),
    };
  }

  /** Whether anything is read more than once. */
  get areShared(): boolean {
    return [...this.#columns.values()].some(({ uses }) => uses > 1);
  }

  /** The rows of events that meet a condition, with these columns: what stands after `from`. */
  source(where: Fragment): Fragment {
    const kept = eventColumns.map((column) => sql`e.${name(column)}`);
    const told = [...this.#columns.values()].map(({ column, fragment }) => sql`${fragment} as ${name(column)}`);
    return sql`(select ${join([...kept, ...told], sql`, `)} from events e where ${where}) e`;
  }
}
