import { type Fragment, sql } from '../sql/fragment.ts';

/** A column as it is written in the end. */
interface Written {
  readonly expression: Fragment;
  /** The columns of the table before that it reads. */
  readonly reads: ReadonlySet<string>;
  /** The first select that can make it. */
  readonly stage: number;
}

/** As many pieces as an expression may have that is written where it is read. */
const mostPieces = 300;

/** Those of these columns, by name, that `wanted` ones are made of: what is read once stands where it is read. */
export function inlined(
  expressions: ReadonlyMap<string, Fragment>,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, Written> {
  const uses = new Map<string, number>();
  const count = (column: string): void => {
    const expression = expressions.get(column);
    const before = uses.get(column) ?? 0;
    uses.set(column, before + 1);
    if (expression && before === 0) for (const read of readsOf(expression)) count(read);
  };
  for (const column of wanted) count(column);

  const written = new Map<string, Written>();
  const write = (column: string): Written | null => {
    const expression = expressions.get(column);
    if (!expression) return null;
    const known = written.get(column);
    if (known) return known;
    const pieces: Fragment['pieces'][number][] = [];
    const reads = new Set<string>();
    let stage = 0;
    for (const [index, piece] of expression.pieces.entries()) {
      const read = readAt(expression, index);
      const inner = read === null ? null : write(read);
      if (
        read !== null &&
        inner &&
        uses.get(read) === 1 &&
        !wanted.has(read) &&
        inner.expression.pieces.length <= mostPieces
      ) {
        written.delete(read);
        // Its `a.` stands at the end of the text before.
        const last = pieces.pop();
        if (last && 'text' in last) pieces.push({ text: last.text.slice(0, -2) });
        pieces.push(...sql`(${inner.expression})`.pieces);
        for (const one of inner.reads) reads.add(one);
        stage = Math.max(stage, inner.stage);
        continue;
      }
      pieces.push(piece);
      if (read !== null) reads.add(read);
      else if ('text' in piece) for (const [, base = ''] of piece.text.matchAll(/\ba\.(\w+)/g)) reads.add(base);
      if (inner) stage = Math.max(stage, inner.stage + 1);
    }
    const one = { expression: { pieces }, reads, stage };
    written.set(column, one);
    return one;
  };
  for (const column of wanted) write(column);
  return written;
}

/** Every column that an expression reads, as often as it does. */
const readsOf = (expression: Fragment): string[] =>
  expression.pieces.flatMap((_, index) => readAt(expression, index) ?? []);

/** The column that is read at a piece: a name after `a.`. Null for any other piece. */
function readAt({ pieces }: Fragment, index: number): string | null {
  const [before, piece] = [pieces[index - 1], pieces[index]];
  return piece && 'name' in piece && before && 'text' in before && /\ba\.$/.test(before.text) ? piece.name : null;
}
