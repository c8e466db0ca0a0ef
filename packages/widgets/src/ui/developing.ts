/**
 * What the console tells whoever develops a page. By `#developing` this module is imported where a bundler or server has
 * the condition `development`, and `released.ts` everywhere else: what stands behind `if (isDeveloping)` is in no bundle
 * for use.
 */
export const isDeveloping: boolean = true;

const said = new Set<string>();

/** Tells something once a page. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(message);
}

/** Which values of a property are of use. */
export interface Fit {
  readonly takes?: (value: unknown) => boolean;
  readonly expected?: string;
}

/** Tells once of a value that is of no use, unless it is none at all. `what` names the property and its element. */
export function warnUnfit(what: string, value: unknown, { takes, expected }: Fit): void {
  if (!takes || value === null || value === undefined || value === '' || takes(value)) return;
  const given = typeof value === 'string' || typeof value === 'number' ? value : typeof value;
  warnOnce(`hale: ${what} must be ${expected} (given ${`${given}`.slice(0, 60)}).`);
}
