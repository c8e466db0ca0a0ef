import type { Tier } from '../model/tier.ts';
import { mustBe, mustBeEntries } from '../stats/must-be.ts';
import { areaByGroup } from '../stats/resample/area-by-group.ts';
import { drawGroups, percentileInterval, type Resampling } from '../stats/resample/bootstrap.ts';
import { sum } from '../stats/sum.ts';
import type { AucInterval } from '../stats/truth/auc-interval.ts';
import { lacking, type Measured, measured, unmeasured } from '../stats/truth/measured.ts';
import { countOutcomes } from '../stats/truth/rows.ts';
import { learnWeights } from './learn-weights.ts';
import { fewestOutcomes } from './learned.ts';
import { type WeighedRow, type WeightsEffect, weightsEffect } from './weighed.ts';

/** What is weighed today, and what its scores lead to. */
export interface WeighingToday {
  /** Of each part, in the order of the scores in the rows; 0 or more. */
  readonly weights: readonly { readonly id: string; readonly weight: number }[];
  readonly tiers: readonly Tier[];
  /** A score below it warns, 0–100. */
  readonly warnBelow: number;
  /** How strongly weights are drawn towards today's, above 0; 10 when absent. Without end, today's stay. */
  readonly strength?: number;
}

/** One weight, today's and proposed, on the scale of today's. */
export interface ProposedWeight {
  readonly id: string;
  readonly today: number;
  readonly proposed: number;
  /** Where draws of whole accounts put it, 95 %. */
  readonly low: number;
  readonly high: number;
  /** How well this part alone foretells the outcome, a low part being the risk; the interval from draws of whole accounts. */
  readonly alone: AucInterval | null;
  /** Whether that is better than guessing; null where it could not be said. */
  readonly hasValue: boolean | null;
}

/** Weights for a person to decide on. */
export interface WeightsProposal {
  readonly weights: readonly ProposedWeight[];
  /** Ids of parts that foretell the outcome no better than guessing. */
  readonly withoutValue: readonly string[];
  /** Different accounts with the outcome. */
  readonly outcomes: number;
  readonly today: WeightsEffect;
  readonly proposed: WeightsEffect;
}

/**
 * Proposes weights from outcomes, with what they would do to tiers, false alarms and what is missed. None from fewer
 * than 50 accounts with the outcome. It changes nothing: a person decides. The order of the rows changes no bit.
 */
export function proposeWeights(
  rows: readonly WeighedRow[],
  today: WeighingToday,
  resampling: Resampling,
): Measured<WeightsProposal> {
  const { strength = 10, weights } = today;
  check(rows, today, strength);
  const of = countOutcomes(rows.map(({ happened }) => happened));
  const missing = lacking(of.happened, of.not);
  if (missing) return missing;
  const outcomes = new Set(rows.filter(({ happened }) => happened).map(({ account }) => account)).size;
  if (outcomes < fewestOutcomes) {
    return unmeasured(
      'too-few',
      `Only ${outcomes} accounts had the outcome, earlier or later, and learning weights needs ${fewestOutcomes}.`,
    );
  }
  const ordered = rows.toSorted((a, b) => a.cutOff - b.cutOff || (a.account < b.account ? -1 : 1));
  const now = weights.map(({ weight }) => weight);
  const whole = sum(now);
  const learn = (from: readonly WeighedRow[]) => learnWeights(from, now, strength).map((share) => share * whole);
  const proposed = learn(ordered);
  const draws: (readonly number[])[] = [];
  for (const drawn of drawGroups(
    ordered.map(({ account }) => account),
    resampling,
  )) {
    draws.push(learn(drawn.map((row) => ordered[row] as WeighedRow)));
  }
  const list = weights.map(({ id, weight }, part): ProposedWeight => {
    const interval = percentileInterval(draws.map((draw) => draw[part] as number)).value;
    const alone = aloneOf(ordered, part, resampling);
    return {
      id,
      today: weight,
      proposed: proposed[part] as number,
      // Every draw gives every weight.
      low: interval?.low as number,
      high: interval?.high as number,
      alone,
      hasValue: alone && alone.low > 0.5,
    };
  });
  return measured({
    weights: list,
    withoutValue: list.filter(({ hasValue }) => hasValue === false).map(({ id }) => id),
    outcomes,
    today: weightsEffect(ordered, now, today),
    proposed: weightsEffect(ordered, proposed, today),
  });
}

/** Of all rows: the last ones alone are those just before the outcome, wherever it came, and would be told apart by time. */
function aloneOf(rows: readonly WeighedRow[], part: number, resampling: Resampling): AucInterval | null {
  const known = rows.filter(({ scores }) => scores[part] !== null);
  return areaByGroup(
    known.map(({ account }) => account),
    known.map(({ happened }) => happened),
    known.map(({ scores }) => -(scores[part] as number)),
    resampling,
  ).value;
}

function check(rows: readonly WeighedRow[], { weights, warnBelow }: WeighingToday, strength: number): void {
  mustBeEntries(rows, 'rows', '{ account, cutOff, scores, happened }');
  mustBeEntries(weights, 'weights', '{ id, weight }');
  weights.forEach(({ weight }, index) => {
    mustBe(Number.isFinite(weight) && weight >= 0, `weights[${index}].weight`, 'a number of 0 or more', weight);
  });
  mustBe(
    weights.some(({ weight }) => weight > 0),
    'weights',
    'a list in which some weight is above 0',
    weights,
  );
  mustBe(strength > 0 && strength <= 1e12, 'strength', 'a number above 0, at most 1e12', strength);
  mustBe(warnBelow >= 0 && warnBelow <= 100, 'warnBelow', 'a number from 0 to 100', warnBelow);
  const seen = new Set<string>();
  rows.forEach(({ account, cutOff, scores, happened }, index) => {
    const path = `rows[${index}]`;
    mustBe(Number.isFinite(cutOff), `${path}.cutOff`, 'an instant in milliseconds', cutOff);
    mustBe(typeof happened === 'boolean', `${path}.happened`, 'true or false', happened);
    const fits = Array.isArray(scores) && scores.length === weights.length;
    mustBe(fits, `${path}.scores`, `a list of ${weights.length}, one for each weight`, scores);
    const wrong = scores.findIndex((score) => score !== null && !(score >= 0 && score <= 100));
    mustBe(wrong < 0, `${path}.scores[${wrong}]`, 'a number from 0 to 100, or null where it is missing', scores[wrong]);
    mustBe(!seen.has(`${cutOff} ${account}`), path, 'the only row of its account and cut-off', account);
    seen.add(`${cutOff} ${account}`);
  });
}
