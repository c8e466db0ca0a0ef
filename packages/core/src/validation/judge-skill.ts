import { mustBe } from '../stats/must-be.ts';

/** Whether a score is of use at all, and the sentence that says so. */
export interface Skill {
  readonly useful: boolean;
  readonly sentence: string;
}

/**
 * What an AUC and its interval come to: useful from 0.6 on, if the interval keeps clear of 0.5, which is what guessing
 * gives. Below, so few pairs are told apart that acting on the score is acting by chance.
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
  mustBe(
    [auc, low, high].every((one) => one >= 0 && one <= 1),
    'auc, low, high',
    'numbers from 0 to 1',
    auc,
  );
  const figure = `AUC ${auc.toFixed(2)}, 95 % interval ${low.toFixed(2)} to ${high.toFixed(2)}`;
  if (low <= 0.5) return { useful: false, sentence: `No useful skill: ${figure}, which guessing may give as well.` };
  if (auc < 0.6)
    return {
      useful: false,
      sentence: `No useful skill: ${figure}. It is better than guessing, and too little to act on.`,
    };
  return { useful: true, sentence: `Skill: ${figure}, where guessing gives 0.50.` };
}
