/** Why a measure cannot be said: a stable code, and an English sentence. */
export interface Unmeasured {
  readonly code: 'no-rows' | 'one-class' | 'none-taken' | 'too-few';
  readonly sentence: string;
}

/** What was measured, or null with the reason. */
export type Measured<T> =
  | { readonly value: T; readonly reason: null }
  | { readonly value: null; readonly reason: Unmeasured };

/** A measure that could be taken. */
export const measured = <T>(value: T): Measured<T> => ({ value, reason: null });

/** A measure that could not, and why. */
export const unmeasured = (code: Unmeasured['code'], sentence: string): Measured<never> => ({
  value: null,
  reason: { code, sentence },
});

/** Why rows with so many of each outcome tell nothing of a score; null where they may. */
export function lacking(happened: number, not: number): Measured<never> | null {
  const rows = happened + not;
  if (rows === 0) return unmeasured('no-rows', 'There are no rows to measure on.');
  if (happened > 0 && not > 0) return null;
  const all = rows === 1 ? 'In the only row' : `In all ${rows.toLocaleString('en-US')} rows`;
  const which = happened > 0 ? 'happened' : 'did not happen';
  return unmeasured('one-class', `${all} the outcome ${which}: without the other there is nothing to tell apart.`);
}
