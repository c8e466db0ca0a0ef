import { logisticRegression } from '../stats/fit/logistic-regression.ts';
import { expit } from '../stats/fit/logit.ts';

/**
 * Turns risks into probabilities by what earlier rows with such risks came to: a logistic regression on that one number.
 * Null where the rows have one outcome only. Platt, "Probabilistic outputs for support vector machines" (1999).
 */
export function calibrate(
  risk: readonly number[],
  rows: readonly { readonly happened: boolean }[],
): ((risk: number) => number) | null {
  const { value } = logisticRegression(
    risk.map((one) => [one]),
    rows.map(({ happened }) => happened),
    { lambda: 1 },
  );
  return value && ((one) => expit(value.intercept + (value.weights[0] as number) * one));
}
