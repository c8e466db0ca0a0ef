import { type Confusion, outcomesOf } from './confusion.ts';
import { lacking, type Measured, measured } from './measured.ts';

/**
 * How warnings and outcomes go together, −1…1, where all four counts matter whatever the base rate: Matthews'
 * correlation. 0 is what guessing gives, and so does warning of all rows, or of none. Matthews, BBA 405 (1975) 442.
 */
export function matthewsCorrelation(count: Confusion): Measured<number> {
  const of = outcomesOf(count);
  const missing = lacking(of.happened, of.not);
  if (missing) return missing;
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = count;
  const warned = truePositives + falsePositives;
  const quiet = falseNegatives + trueNegatives;
  if (warned === 0 || quiet === 0) return measured(0);
  // Roots first: the product of four counts may be more than a double holds exactly.
  const scale = Math.sqrt(warned) * Math.sqrt(quiet) * Math.sqrt(of.happened) * Math.sqrt(of.not);
  return measured((truePositives * trueNegatives - falsePositives * falseNegatives) / scale);
}
