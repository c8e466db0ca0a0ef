import { mustBeConfidence, normalReach, normalTail } from '../normal.ts';
import { auc } from './auc.ts';
import { type Measured, measured, unmeasured } from './measured.ts';
import { delongVariance, placements } from './placements.ts';
import { mustBeRows } from './rows.ts';

/** How much more of the area under the ROC curve a second score has than a first one. */
export interface AucComparison {
  /** The second less the first, −1…1. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly standardError: number;
  /** The difference in standard errors; null where both rank some rows apart and yet no error can be told. */
  readonly z: number | null;
  /** How likely a difference this large or larger is where there is none, two-sided. */
  readonly p: number | null;
}

/**
 * Two scores of the same rows by their AUCs, with the interval and the test of DeLong for paired curves at a
 * `confidence` of 0.95 unless told. Rows are taken as independent. None with fewer than two rows of an outcome.
 * DeLong, DeLong & Clarke-Pearson, Biometrics 44 (1988) 837.
 */
export function compareAuc(
  happened: readonly boolean[],
  first: readonly number[],
  second: readonly number[],
  confidence = 0.95,
): Measured<AucComparison> {
  mustBeConfidence(confidence);
  mustBeRows(happened, first, 'first');
  mustBeRows(happened, second, 'second');
  const areas = [auc(happened, first), auc(happened, second)] as const;
  if (areas[0].value === null) return areas[0];
  if (areas[1].value === null) return areas[1];
  const before = placements(happened, first);
  const gained = placements(happened, second).map((placed, row) => placed - (before[row] ?? 0));
  const variance = delongVariance(happened, gained);
  if (variance === null) return unmeasured('too-few', 'A comparison needs at least two rows of each outcome.');
  const difference = areas[1].value - areas[0].value;
  const standardError = Math.sqrt(variance);
  const reach = normalReach(confidence) * standardError;
  const z = standardError > 0 ? difference / standardError : difference === 0 ? 0 : null;
  return measured({
    difference,
    low: Math.max(-1, difference - reach),
    high: Math.min(1, difference + reach),
    standardError,
    z,
    p: z === null ? null : Math.min(1, 2 * normalTail(Math.abs(z))),
  });
}
