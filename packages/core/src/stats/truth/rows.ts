import { mustBe, mustBeFinite } from '../must-be.ts';

/** Refuses rows that are not one outcome and one finite score each. */
export function mustBeRows(happened: readonly boolean[], scores: readonly number[], name = 'scores'): void {
  mustBe(Array.isArray(happened), 'happened', 'a list of true and false', happened);
  const wrong = happened.findIndex((value) => typeof value !== 'boolean');
  mustBe(wrong < 0, `happened[${wrong}]`, 'true or false', happened[wrong]);
  mustBeFinite(scores, name);
  const rows = happened.length;
  mustBe(scores.length === rows, name, `a list of ${rows}, one for each entry of happened`, scores);
}

/** Refuses rows that are not one outcome and one probability, 0…1, each. */
export function mustBeProbable(happened: readonly boolean[], probabilities: readonly number[]): void {
  mustBeRows(happened, probabilities, 'probabilities');
  const wrong = probabilities.findIndex((p) => p < 0 || p > 1);
  mustBe(wrong < 0, `probabilities[${wrong}]`, 'a number from 0 to 1', probabilities[wrong]);
}

/** How often it happened, and how often not. */
export function countOutcomes(happened: readonly boolean[]): { happened: number; not: number } {
  const count = happened.reduce((total, value) => total + Number(value), 0);
  return { happened: count, not: happened.length - count };
}

/** The scores of the rows in which it happened, and of those in which it did not, each in ascending order. */
export function sortedByOutcome(
  happened: readonly boolean[],
  scores: readonly number[],
): { happened: Float64Array; not: Float64Array } {
  const sorted = (wanted: boolean) => Float64Array.from(scores.filter((_, row) => happened[row] === wanted)).sort();
  return { happened: sorted(true), not: sorted(false) };
}
