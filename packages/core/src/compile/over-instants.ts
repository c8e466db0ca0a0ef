import { type Fragment, join, name, ours, sql, type Value } from '../sql/fragment.ts';

/** What reads as of one instant, or as of several. */
interface Read {
  readonly fragment: Fragment;
}

/** What reads as of several instants, and the table expression that its fragment reads them from. */
interface OverInstants<R extends Read> {
  /** The first of those alike, with the fragment that stands for all. */
  readonly statement: R;
  /** A row for each instant: `i(instant, v0, v1 …)`, the instant in milliseconds, then what differs between them. */
  readonly table: Fragment;
}

/**
 * Makes one of what reads as of each of several instants: where values differ it names a column in place of a parameter,
 * so the table has to be within reach wherever a value may stand. Usually there is one for all instants; those whose
 * text differs, as where a month has four weeks and both are read once, are apart.
 */
export function overInstants<R extends Read>(
  instants: readonly number[],
  readAt: (now: number) => R,
): OverInstants<R>[] {
  const alike = new Map<string, { now: number; read: R }[]>();
  for (const now of instants) {
    const read = readAt(now);
    const shape = JSON.stringify(read.fragment.pieces.map((piece) => ('value' in piece ? piece.as : piece)));
    const before = alike.get(shape);
    if (before) before.push({ now, read });
    else alike.set(shape, [{ now, read }]);
  }
  return [...alike.values()].map(together);
}

function together<R extends Read>(all: readonly { now: number; read: R }[]): OverInstants<R> {
  const { read: statement } = all[0] as { read: R };
  const columns = new Map<string, { column: Fragment; values: readonly Value[] }>();
  const pieces = statement.fragment.pieces.flatMap((piece, place): Fragment['pieces'] => {
    if (!('value' in piece)) return [piece];
    // All have the same shape: a value where the first has one.
    const values = all.map(({ read }) => (read.fragment.pieces[place] as typeof piece).value);
    const keys = values.map((value) => JSON.stringify(value));
    if (keys.every((key) => key === keys[0])) return [piece];
    const key = keys.join();
    const { column } = columns.get(key) ?? { column: name(`v${columns.size}`) };
    columns.set(key, { column, values });
    return (piece.as === null ? column : sql`cast(${column} as ${ours(piece.as)})`).pieces;
  });
  const differing = [...columns.values()];
  const names = [sql`instant`, ...differing.map(({ column }) => column)];
  const rows = all.map(({ now }, row) => {
    const cells = [now, ...differing.map(({ values }) => values[row] ?? null)];
    return sql`(${join(
      cells.map((cell) => sql`${cell}`),
      sql`, `,
    )})`;
  });
  return {
    statement: { ...statement, fragment: { pieces } },
    table: sql`i(${join(names, sql`, `)}) as (values ${join(rows, sql`,\n`)})`,
  };
}
