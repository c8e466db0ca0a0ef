import { mustBe } from '../stats/must-be.ts';

/** Whether a score is of use at all, and the sentence that says so. */
export interface Skill {
  readonly useful: boolean;
  readonly sentence: string;
}

/**
 * What an AUC and its 95 % interval come to: of use where the whole interval is at 0.6 or above. Below, so few pairs are
 * told apart that acting on the score is much like acting by chance, which gives 0.5. Rows of one account depend on each
 * other: the interval is to come from draws of whole accounts, or of one row each.
 */
export function judgeSkill({
  auc,
  low,
  high,
}: {
  readonly auc: number;
  readonly low: number;
  readonly high: number;
}): Skill {
  const holds = [auc, low, high].every((one) => one >= 0 && one <= 1);
  mustBe(
    holds,
    'auc, low and high',
    'numbers from 0 to 1',
    [auc, low, high].find((one) => !(one >= 0 && one <= 1)),
  );
  const figure = `AUC ${auc.toFixed(2)}, 95 % interval ${low.toFixed(2)} to ${high.toFixed(2)}`;
  if (high < 0.5) {
    const sentence = `No useful skill: ${figure}. That is worse than guessing: it points the wrong way.`;
    return { useful: false, sentence };
  }
  if (low <= 0.5) return { useful: false, sentence: `No useful skill: ${figure}, which guessing may give as well.` };
  if (low >= 0.6) return { useful: true, sentence: `Skill: ${figure}, where guessing gives 0.50.` };
  return {
    useful: false,
    sentence: `No useful skill: ${figure}. That is better than guessing, and may be too little to act on.`,
  };
}
