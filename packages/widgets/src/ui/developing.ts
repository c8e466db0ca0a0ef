/**
 * What the console tells whoever develops a page. By `#developing` this module is imported where a bundler or server has
 * the condition `development`, and `released.ts` everywhere else: what stands behind `if (isDeveloping)` is in no bundle
 * for use.
 */
export const isDeveloping: boolean = true;

const said = new Set<string>();

/** Tells something once a page; by its words, or by what it is of. */
export function warnOnce(message: string, of: string = message): void {
  if (said.has(of)) return;
  said.add(of);
  console.warn(message);
}

/** Which values of a property are of use. */
export interface Fit {
  readonly takes?: (value: unknown) => boolean;
  readonly expected?: string;
}

/** What a property takes that is a list of objects, each of which has something. */
export const listOf = (has: (item: Readonly<Record<string, unknown>>) => boolean, expected: string): Fit => ({
  takes: (value) =>
    Array.isArray(value) && value.every((item) => item !== null && typeof item === 'object' && has(item)),
  expected: `a list of ${expected}`,
});

/** Tells once, of each property of a kind of element, of a value that is of no use, unless it is none at all. `what` names the property and its element. */
export function warnUnfit(what: string, value: unknown, { takes, expected }: Fit): void {
  if (!takes || value === null || value === undefined || value === '') return;
  try {
    if (!takes(value)) warnOnce(`hale: ${what} must be ${expected} (given ${shapeOf(value).slice(0, 80)}).`, what);
  } catch {
    // What cannot be looked at is for the widget to draw as it can.
  }
}

/** A text or number as it is, else which names are in it: of a list those of its first item. */
function shapeOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return `${value}`;
  if (value === null || typeof value !== 'object') return typeof value;
  if (Array.isArray(value)) return value.length > 0 ? `a list of ${shapeOf(value[0])}` : 'an empty list';
  return `{ ${Object.keys(value).join(', ')} }`;
}
