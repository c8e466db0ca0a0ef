/** A document from outside of which every part may be absent or null: its type makes each reading of it careful. */
export type Loose<T> = T extends readonly (infer Item)[]
  ? readonly (Loose<Item> | null | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Loose<T[Key]> | null | undefined }
    : T;

/** A finite number between `low` and `high`, or null. */
export function number(value: unknown, low: number = -Infinity, high: number = Infinity): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= low && value <= high ? value : null;
}

/** Words cut at `most` characters, or null for anything but text with something in it. */
export function text(value: unknown, most: number = 500): string | null {
  if (typeof value !== 'string' || value === '') return null;
  return value.length > most ? `${value.slice(0, most - 1)}…` : value;
}

/** An instant (`2026-11-14T09:00:00Z`, `2026-11-14`) in ms since 1970, or null. */
export function instant(value: unknown): number | null {
  if (typeof value !== 'string' || value.length > 40) return null;
  // Some engines take the 30th of February for the 2nd of March.
  const [date, day] = /^\d{4}-\d\d-(29|3\d)/.exec(value) ?? [];
  return date && new Date(date).getUTCDate() !== Number(day) ? null : number(Date.parse(value));
}

/** The first `most` items that are objects; an empty list for anything but a list. */
export function items<T>(value: readonly (T | null | undefined)[] | null | undefined, most: number = 500): T[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, most).filter((item) => item !== null && typeof item === 'object');
}
