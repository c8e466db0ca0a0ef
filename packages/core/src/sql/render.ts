import type { Dialect } from './dialect.ts';
import { type Fragment, sql, type Value } from './fragment.ts';

/** A statement ready for a driver: text with the dialect's placeholders, values in their order. */
export interface Statement {
  readonly text: string;
  readonly values: readonly Value[];
}

/** Writes a fragment out in a dialect. */
export function render(fragment: Fragment, dialect: Dialect): Statement {
  const values: Value[] = [];

  function write({ pieces }: Fragment): string {
    return pieces
      .map((piece) => {
        if ('text' in piece) return piece.text;
        if ('name' in piece) return dialect.quote(piece.name);
        if ('ofRow' in piece) return write(piece.ofRow);
        const { value, as } = piece;
        // Drivers take a number without a fraction for an integer, and refuse what is too large to be one.
        if (Number.isInteger(value) && !Number.isSafeInteger(value))
          return write(dialect.double(sql`${String(value)}`));
        // Equal to nothing, as such text is to all that the engine holds.
        if (typeof value === 'string' && !dialect.holdsNul && value.includes('\0'))
          return `cast(null as ${dialect.textType})`;
        values.push(value);
        const placeholder = dialect.placeholder(values.length, as ? null : value);
        return as ? `cast(${placeholder} as ${as === 'text' ? dialect.textType : as})` : placeholder;
      })
      .join('');
  }

  return { text: write(fragment), values };
}
