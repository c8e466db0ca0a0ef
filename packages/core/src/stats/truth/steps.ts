import { sortedByOutcome } from './rows.ts';

/** A score that rows have, and how many of each outcome have it or a greater one. */
export interface Step {
  readonly score: number;
  readonly truePositives: number;
  readonly falsePositives: number;
}

/** The distinct scores of checked rows, greatest first: what each of them, as a threshold, takes. */
export function steps(happened: readonly boolean[], scores: readonly number[]): Step[] {
  const sorted = sortedByOutcome(happened, scores);
  const taken: Step[] = [];
  let [left, others] = [sorted.happened.length, sorted.not.length];
  while (left > 0 || others > 0) {
    const score = Math.max(sorted.happened[left - 1] ?? -Infinity, sorted.not[others - 1] ?? -Infinity);
    while (left > 0 && sorted.happened[left - 1] === score) left--;
    while (others > 0 && sorted.not[others - 1] === score) others--;
    taken.push({
      // Never −0, whose sign would tell which of two equal scores came first.
      score: score + 0,
      truePositives: sorted.happened.length - left,
      falsePositives: sorted.not.length - others,
    });
  }
  return taken;
}
