import { mustBe } from '../must-be.ts';
import { type BgBb, likelihoods, mustBeHistory, type OnOffHistory } from './bg-bb.ts';

/** What the model makes of one account's history. */
export interface OnOffOutlook {
  /** How likely it is alive when the next period begins, 0…1. */
  readonly alive: number;
  /** How likely it is silent in all of the next periods, 0…1: what risk is ranked by. */
  readonly silent: number;
  /** In how many of the next periods it is active, on average. */
  readonly expected: number;
}

/**
 * The outlook of an account over the `next` periods: `silent` is how likely the same history with as many silent
 * periods after it is, over how likely the history is. Being alive says too little: an account may be, and be silent.
 * Fader, Hardie & Shang, Marketing Science 29 (2010) 1086, equations 11 and 13.
 */
export function bgBbOutlook(model: BgBb, history: OnOffHistory, next: number): OnOffOutlook {
  mustBeHistory(history, 'history');
  mustBe(Number.isInteger(next) && next >= 1 && next <= 1000, 'next', 'a whole number from 1 to 1000', next);
  const { alpha, beta, gamma, delta } = model;
  const { active, periods } = history;
  const likelihood = likelihoods(model, periods + next);
  const seen = likelihood(history);
  // Ended in no period so far, and, given what was seen, alive through each of those to come.
  const unbroken = likelihood({ active, last: periods, periods });
  let through = Math.exp(unbroken - seen);
  const rate = (alpha + active) / (alpha + beta + periods);
  let [alive, expected] = [0, 0];
  for (let period = 1; period <= next; period++) {
    through *= (delta + periods + period - 1) / (gamma + delta + periods + period - 1);
    if (period === 1) alive = through;
    expected += through * rate;
  }
  const silent = Math.exp(likelihood({ ...history, periods: periods + next }) - seen);
  return { alive: Math.min(1, alive), silent: Math.min(1, silent), expected };
}
