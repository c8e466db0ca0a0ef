/** Values travel beside the text, never in it. */
export type Value = string | number | boolean | null | readonly string[];
type Piece = { text: string } | { value: Value; as: string | null } | { name: string } | { ofRow: Fragment };

/** A piece of a statement: its text and its parameters, apart. Made with `sql`, joined with `join`. */
export interface Fragment {
  readonly pieces: readonly Piece[];
}

/** A condition on rows of a table. */
export interface Condition extends Fragment {
  /** An instant in milliseconds before which no row meets it, and that as a condition; absent where there is none. */
  readonly since?: { readonly at: number; readonly met: Fragment };
}

/** Builds a fragment: `${fragment}` is spliced in, any other `${value}` becomes a parameter. */
export function sql(strings: TemplateStringsArray, ...values: readonly (Fragment | Value)[]): Fragment {
  const pieces: Piece[] = [];
  strings.forEach((text, index) => {
    if (text) pieces.push({ text });
    if (index >= values.length) return;
    const value = values[index] as Fragment | Value;
    // One by one: an engine of JavaScript takes only so many arguments.
    if (isFragment(value)) for (const piece of value.pieces) pieces.push(piece);
    else pieces.push({ value, as: null });
  });
  return { pieces };
}

/** Text of our own, such as a place in a list or the name of a type: never anything of a model's or an account's. */
export const ours = (text: string | number): Fragment => ({ pieces: [{ text: String(text) }] });

/** A parameter whose type the engine is told: `cast(? as timestamp)`. */
export const parameter = (value: Value, as: string): Fragment => ({ pieces: [{ value, as }] });

/** What a row of a table tells, such as a property of an event: where many ask for it, it is worked out once for each row. */
export const ofRow = (fragment: Fragment): Fragment => ({ pieces: [{ ofRow: fragment }] });

/** A quoted name of a table or column. */
export const name = (text: string): Fragment => ({ pieces: [{ name: text }] });

/** Fragments one after another with `between` them. */
export function join(fragments: readonly Fragment[], between: Fragment): Fragment {
  return {
    pieces: fragments.flatMap((fragment, index) => (index ? [...between.pieces, ...fragment.pieces] : fragment.pieces)),
  };
}

const isFragment = (value: Fragment | Value): value is Fragment =>
  value !== null && typeof value === 'object' && 'pieces' in value;
