import type { Dialect } from './dialect.ts';
import type { Fragment, Value } from './fragment.ts';

/** A statement ready for a driver: text with the dialect's placeholders, values in their order. */
export interface Statement {
  readonly text: string;
  readonly values: readonly Value[];
}

/** Writes a fragment out in a dialect. */
export function render(fragment: Fragment, dialect: Dialect): Statement {
  const values: Value[] = [];
  const text = fragment.pieces
    .map((piece) => {
      if ('text' in piece) return piece.text;
      if ('name' in piece) return dialect.quote(piece.name);
      values.push(piece.value);
      const placeholder = dialect.placeholder(values.length);
      return piece.as ? `cast(${placeholder} as ${piece.as})` : placeholder;
    })
    .join('');
  return { text, values };
}
