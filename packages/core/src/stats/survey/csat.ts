import { divide } from '../divide.ts';
import { mustBe } from '../must-be.ts';
import { answersOn } from './answers.ts';

/** A satisfaction score, 0…100, and the counts of answers it rests on. */
export interface CustomerSatisfaction {
  /** Null where nobody answered. */
  readonly score: number | null;
  readonly satisfied: number;
  readonly n: number;
}

/**
 * Customer satisfaction, "top two box": answers on the two greatest points of the scale / answers × 100. On the usual
 * scale { from: 1, to: 5 } these are 4 and 5, and 5 is best. The scale is always stated, for answers of 1 to 5 may come
 * from one of 10; it has four points or more. Those asked who did not answer (null) are not in the denominator. A
 * convention of market research, without one author. Refuses an answer off the scale.
 */
export function csat(
  answers: readonly (number | null)[],
  scale: { readonly from: number; readonly to: number },
): CustomerSatisfaction {
  mustBe(Number.isInteger(scale?.from), 'scale.from', 'a whole number, the worst answer', scale?.from);
  const wide = Number.isInteger(scale.to) && scale.to - scale.from >= 3;
  mustBe(wide, 'scale.to', `a whole number of ${scale.from + 3} or more, the best answer`, scale.to);
  const given = answersOn(scale, answers);
  const satisfied = given.filter((answer) => answer >= scale.to - 1).length;
  return { score: divide(satisfied * 100, given.length), satisfied, n: given.length };
}
