import { mustBe } from '../stats/must-be.ts';
import { aucDraws } from '../stats/resample/auc-draws.ts';
import { percentileInterval, type Resampling } from '../stats/resample/bootstrap.ts';
import { auc } from '../stats/truth/auc.ts';
import { mustBeRows } from '../stats/truth/rows.ts';
import { judgeSkill, type Skill } from './judge-skill.ts';
import { fewestOutcomes } from './learned.ts';

/** What a later slice says of something learned, beside what needs no learning. */
export interface Trial {
  /** Rows that were learned from. */
  readonly train: readonly { readonly account: string; readonly happened: boolean }[];
  /** Later rows, of which nothing was learned. */
  readonly test: readonly { readonly account: string; readonly happened: boolean }[];
  /** For each later row, what equal weights say and what was learned says; higher is likelier. */
  readonly baseline: readonly number[];
  readonly learned: readonly number[];
  /** What is in place of it for people: `equal weights` when absent, a plural. */
  readonly against?: string;
}

/** Whether to use what was learned, with the figures it rests on; null where one could not be said. */
export interface Adoption {
  readonly adopted: boolean;
  /** Different accounts with the outcome among the rows learned from. */
  readonly outcomes: number;
  readonly baselineAuc: number | null;
  readonly learnedAuc: number | null;
  /** The second less the first, and its interval from draws of whole accounts. */
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether what was learned is of use at all, by draws of whole accounts. */
  readonly skill: Skill | null;
  readonly sentence: string;
}

/**
 * Adopts what was learned only from 50 outcomes or more, of different accounts, and where it ranks a later slice better
 * than equal weights do, by more than chance: the bootstrap interval of the difference of AUCs, accounts drawn whole,
 * keeps above 0, and where it has useful skill. Otherwise it is the sentence that says why not.
 */
export function decideAdoption(trial: Trial, resampling: Resampling): Adoption {
  const { test, baseline, learned } = trial;
  const happened = test.map((row) => row.happened);
  mustBeRows(happened, baseline, 'baseline');
  mustBeRows(happened, learned, 'learned');
  const accounts = test.map(({ account }) => account);
  const draws = [...aucDraws(accounts, happened, [baseline, learned], resampling)];
  return adoptionOf(trial, draws.map(pairOf(0, 1)), resampling.confidence);
}

/** Of a draw of the AUCs of several predictors, those of two. */
export const pairOf =
  (first: number, second: number) =>
  (draw: readonly (number | null)[]): readonly [number | null, number | null] => [
    draw[first] ?? null,
    draw[second] ?? null,
  ];

/** The same, of AUCs that were drawn already: the baseline's and the learned one's of each draw. */
export function adoptionOf(
  { train, test, baseline, learned, against = 'equal weights' }: Trial,
  drawn: readonly (readonly [number | null, number | null])[],
  confidence = 0.95,
): Adoption {
  const stay = against.replace(/^./, (first) => first.toUpperCase());
  const happened = test.map((row) => row.happened);
  mustBe(Array.isArray(train), 'train', 'a list of rows', train);
  const outcomes = new Set(train.filter((row) => row.happened).map(({ account }) => account)).size;
  const [before, after] = [auc(happened, baseline), auc(happened, learned)];
  const figures = {
    outcomes,
    baselineAuc: before.value,
    learnedAuc: after.value,
    difference: null,
    low: null,
    high: null,
    skill: null,
  };
  if (before.value === null || after.value === null) {
    const reason = before.reason?.sentence ?? '';
    return {
      ...figures,
      adopted: false,
      sentence: `On the later slice nothing can be said: ${reason} ${stay} stay.`,
    };
  }
  const difference = after.value - before.value;
  const gains = drawn.map(([first, second]) => (first === null || second === null ? null : second - first));
  const interval = percentileInterval(gains, confidence).value;
  const area = percentileInterval(drawn.map(([, second]) => second)).value;
  const skill = area && judgeSkill({ auc: after.value, low: area.low, high: area.high });
  const whole = { ...figures, difference, low: interval?.low ?? null, high: interval?.high ?? null, skill };
  const compared = `AUC ${after.value.toFixed(3)} against ${before.value.toFixed(3)}`;
  if (interval === null) {
    const sentence = `On the later slice are too few outcomes to tell ${compared} from chance. ${stay} stay.`;
    return { ...whole, adopted: false, sentence };
  }
  const spread = `difference ${difference.toFixed(3)}, ${Number((100 * confidence).toPrecision(6))} % interval ${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}`;
  if (outcomes < fewestOutcomes) {
    const sentence = `Only ${outcomes} of the accounts learned from had the outcome, and learning needs ${fewestOutcomes}. ${stay} stay (${compared} on the later slice, ${spread}).`;
    return { ...whole, adopted: false, sentence };
  }
  if (interval.low <= 0) {
    const sentence = `On the later slice what was learned from ${outcomes} outcomes is not better than ${against} by more than chance: ${compared}, ${spread}. ${stay} stay.`;
    return { ...whole, adopted: false, sentence };
  }
  if (!skill?.useful) {
    const sentence = `${skill?.sentence ?? 'No useful skill can be shown.'} What was learned from ${outcomes} outcomes is better than ${against} (${compared}, ${spread}), and not good enough. ${stay} stay.`;
    return { ...whole, adopted: false, sentence };
  }
  const sentence = `Learned from ${outcomes} outcomes, it ranks the later slice better than ${against}: ${compared}, ${spread}.`;
  return { ...whole, adopted: true, sentence };
}
