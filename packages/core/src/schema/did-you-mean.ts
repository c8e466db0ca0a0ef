import { given } from '../errors.ts';

/** Whether one text becomes the other by one letter, and so many `more`, put in, left out, replaced, or swapped with the next. */
function isNear(a: string, b: string, more: number): boolean {
  const next = (ofA: number, ofB: number, left = more - 1) => isNear(a.slice(ofA), b.slice(ofB), left);
  if (a === b || more < 0) return a === b;
  if (a[0] === b[0]) return next(1, 1, more);
  return next(0, 1) || next(1, 0) || next(1, 1) || (a[0] === b[1] && a[1] === b[0] && next(2, 2));
}

/** Ends a message with the nearest of the names there are, where one is near: ` Did you mean "weight"?` */
export function didYouMean(name: unknown, known: readonly unknown[]): string {
  // Longer texts are no slips of the pen, and would take long to compare.
  const text = typeof name === 'string' && name.length < 40 ? name : '';
  for (let more = 0; more < 2 && text.length >= 3 * more + 3; more++) {
    const found = known.find((one) => isNear(text, String(one), more));
    if (found) return ` Did you mean ${given(found)}?`;
  }
  return '';
}
