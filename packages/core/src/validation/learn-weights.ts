import { logisticRegression } from '../stats/fit/logistic-regression.ts';
import { nonnegativeLogistic } from '../stats/fit/nonnegative-logistic.ts';
import { sum } from '../stats/sum.ts';
import { type WeighedRow, weigh } from './weighed.ts';

/**
 * Weights that sum to 1 and tell outcomes better than today's, never below 0 and drawn towards today's as strongly as
 * told: a logistic regression of the outcome on the parts, whose weights are held to those of today's score times what
 * one point of it is worth, or should be at least. A part that is missing is as the rest, which is what a score does with its weight. Today's
 * where the rows have one outcome only.
 */
export function learnWeights(
  rows: readonly WeighedRow[],
  today: readonly number[],
  strength: number,
): readonly number[] {
  const whole = sum(today);
  const shares = today.map((weight) => weight / whole);
  const scored = rows.flatMap(({ scores, happened }) => {
    const score = weigh(scores, today);
    return score === null ? [] : [{ parts: scores.map((part) => (part ?? score) / 100), score: score / 100, happened }];
  });
  const happened = scored.map((row) => row.happened);
  const { value: plain } = logisticRegression(
    scored.map(({ score }) => [score]),
    happened,
    { lambda: 1 },
  );
  if (plain === null) return shares;
  const worth = Math.max(leastWorth, -(plain.weights[0] as number));
  const means = shares.map((_, part) => sum(scored.map(({ parts }) => parts[part] as number)) / scored.length);
  const cells = Float64Array.from(
    scored.flatMap(({ parts }) => parts.map((value, part) => value - (means[part] as number))),
  );
  const { weights } = nonnegativeLogistic({ cells, happened, towards: shares.map((share) => share * worth), strength });
  const total = sum(weights);
  return total > 0 ? weights.map((weight) => weight / total) : shares;
}

/**
 * In log odds over the whole scale. Where today's score tells nothing, to be drawn to what it is worth would be to be
 * drawn to no weights at all, and chance alone would share them out.
 */
const leastWorth = 2;
