import { divide } from '../divide.ts';
import { answersOn } from './answers.ts';

/** A Net Promoter Score, −100…100, and the counts of answers it rests on. */
export interface NetPromoterScore {
  /** Null where nobody answered. */
  readonly score: number | null;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  /** Answers. A score of few answers moves by much with each. */
  readonly n: number;
}

/**
 * Net Promoter Score of answers 0…10 to "how likely are you to recommend us": (promoters − detractors) / answers × 100,
 * where promoters gave 9 or 10 and detractors 0 to 6. Reichheld, "The One Number You Need to Grow", HBR, December 2003.
 * Promoters from 7 up, as one may read, is another number: ten answers of 8 score 0 here, and 100 there.
 * Null answers are no answers. Refuses an answer off the scale.
 */
export function nps(answers: readonly (number | null)[]): NetPromoterScore {
  const given = answersOn({ from: 0, to: 10 }, answers);
  const n = given.length;
  const promoters = given.filter((answer) => answer >= 9).length;
  const detractors = given.filter((answer) => answer <= 6).length;
  const score = divide((promoters - detractors) * 100, n);
  return { score, promoters, passives: n - promoters - detractors, detractors, n };
}
