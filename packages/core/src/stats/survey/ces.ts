import { mean } from '../mean.ts';
import { mustBe } from '../must-be.ts';
import { answersOn } from './answers.ts';

/** A Customer Effort Score, 1…7, where 7 is the least effort, and how many answers it rests on. */
export interface CustomerEffortScore {
  /** Null where nobody answered. */
  readonly score: number | null;
  readonly n: number;
}

/**
 * Customer Effort Score 2.0: the mean agreement, 1…7, with "the company made it easy for me to handle my issue".
 * `agree` says which end of the survey's scale is "strongly agree"; the score always climbs with ease, so that a survey
 * where 1 agrees is turned round (8 − answer). Dixon, Toman & DeLisi, "The Effortless Experience", 2013. CES 1.0 of
 * 2010 (effort, 1…5, lower is better) is another question. Null answers are no answers; refuses one off the scale.
 */
export function ces(answers: readonly (number | null)[], scale: { readonly agree: 7 | 1 }): CustomerEffortScore {
  const agree = scale?.agree;
  mustBe(agree === 7 || agree === 1, 'agree', '7 or 1, the end of the scale that says "strongly agree"', agree);
  const given = answersOn({ from: 1, to: 7 }, answers);
  return { score: mean(given.map((answer) => (agree === 7 ? answer : 8 - answer))), n: given.length };
}
