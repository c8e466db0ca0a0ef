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
  const numbered = dialect.placeholder(1, '') !== dialect.placeholder(2, '');
  /** Where placeholders have numbers, text and lists are sent once however often they are asked for, such as ids. */
  const sent = new Map<Value, number>();

  const own = (value: Value): string => dialect.placeholder(values.push(value), null);
  function send(value: Value): string {
    const place = sent.get(value) ?? values.push(value);
    if (numbered && (typeof value === 'string' || Array.isArray(value))) sent.set(value, place);
    return dialect.placeholder(place, value);
  }

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
        // A value that is told its type has a placeholder of its own: it may be of another elsewhere.
        return as ? `cast(${own(value)} as ${as === 'text' ? dialect.textType : as})` : send(value);
      })
      .join('');
  }

  return { text: write(fragment), values };
}
