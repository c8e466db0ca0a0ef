import { mustBe } from '../must-be.ts';
import { sum } from '../sum.ts';
import { type Measured, measured, unmeasured } from '../truth/measured.ts';
import { expit, logit } from './logit.ts';

/**
 * What to add to the log odds of probabilities so that their mean is a `rate` seen lately, both 0…1: the intercept
 * moves, the ranking stays. Null without a probability between 0 and 1, or with a rate that none can come to, as 0 and 1
 * are. Recalibration in the large: Steyerberg, "Clinical Prediction Models" (2009), chapter 15.
 */
export function recalibrationShift(probabilities: readonly number[], rate: number): Measured<number> {
  mustBe(Array.isArray(probabilities), 'probabilities', 'a list of numbers from 0 to 1', probabilities);
  const wrong = probabilities.findIndex((p) => !(p >= 0 && p <= 1));
  mustBe(wrong < 0, `probabilities[${wrong}]`, 'a number from 0 to 1', probabilities[wrong]);
  mustBe(rate >= 0 && rate <= 1, 'rate', 'a number from 0 to 1', rate);
  if (probabilities.length === 0) return unmeasured('no-rows', 'There are no probabilities to move.');
  const certain = probabilities.filter((p) => p === 1).length;
  const open = probabilities.filter((p) => p > 0 && p < 1);
  const wanted = rate * probabilities.length - certain;
  if (wanted <= 0 || wanted >= open.length) {
    return unmeasured('one-class', 'No shift of probabilities that are neither 0 nor 1 comes to this rate.');
  }
  const odds = open.map(logit);
  const at = (shift: number) => sum(odds.map((one) => expit(one + shift)));
  // The sum rises with the shift. Beyond 800 the logistic function is 0 or 1 in doubles, whatever is added.
  let [low, high] = [-800, 800];
  for (let halving = 0; halving < 100 && low < high; halving++) {
    const middle = (low + high) / 2;
    if (at(middle) < wanted) low = middle;
    else high = middle;
  }
  return measured((low + high) / 2 + 0);
}

/** A probability, 0…1, after its log odds have been shifted; 0 and 1 stay. */
export function recalibrate(probability: number, shift: number): number {
  mustBe(probability >= 0 && probability <= 1, 'probability', 'a number from 0 to 1', probability);
  mustBe(Number.isFinite(shift), 'shift', 'a finite number', shift);
  return expit(logit(probability) + shift);
}
