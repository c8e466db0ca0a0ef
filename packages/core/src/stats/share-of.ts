import { divide } from './divide.ts';
import { mustBe } from './must-be.ts';

/** An argument by its name, for the message when it is refused; null where it is unknown. */
type Amount = readonly [name: string, value: number | null];

/** Refuses an amount that is neither null nor a finite number of 0 or more. */
export function mustBeAmount(value: number | null, path: string): void {
  mustBe(
    value === null || (Number.isFinite(value) && value >= 0),
    path,
    'a number of 0 or more, or null where it is unknown',
    value,
  );
}

/** Part over whole, 0 or more, of amounts that may be unknown. Null where either is, or the whole is 0. */
export function ratioOf([partName, part]: Amount, [wholeName, whole]: Amount): number | null {
  mustBeAmount(part, partName);
  mustBeAmount(whole, wholeName);
  return part === null || whole === null ? null : divide(part, whole);
}

/** Part over whole as `ratioOf`, where the part belongs to the whole: 0…1; refuses a part that is more. */
export function shareOf(part: Amount, whole: Amount): number | null {
  const share = ratioOf(part, whole);
  const more = part[1] !== null && whole[1] !== null && part[1] > whole[1];
  mustBe(!more, part[0], `at most ${whole[0]} (${whole[1]}), of which it is a part`, part[1]);
  return share;
}
