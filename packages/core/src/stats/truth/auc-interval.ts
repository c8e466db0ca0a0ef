import { mustBeConfidence, normalReach } from '../normal.ts';
import { auc } from './auc.ts';
import { type Measured, measured, unmeasured } from './measured.ts';
import { delongVariance, placements } from './placements.ts';

/** An area under the ROC curve and how far it may be off. */
export interface AucInterval {
  readonly auc: number;
  readonly low: number;
  readonly high: number;
  readonly standardError: number;
}

/**
 * The AUC with DeLong's interval, both 0…1: auc ± z · standard error, cut at 0 and 1, for a `confidence` of 0.95 unless
 * told. Rows are taken as independent; those of one account are not, and an interval from them is too narrow. None with
 * fewer than two rows of an outcome. DeLong, DeLong & Clarke-Pearson, Biometrics 44 (1988) 837.
 */
export function aucInterval(
  happened: readonly boolean[],
  scores: readonly number[],
  confidence = 0.95,
): Measured<AucInterval> {
  mustBeConfidence(confidence);
  const area = auc(happened, scores);
  if (area.value === null) return area;
  const variance = delongVariance(happened, placements(happened, scores));
  if (variance === null) return unmeasured('too-few', 'An interval needs at least two rows of each outcome.');
  const standardError = Math.sqrt(variance);
  const reach = normalReach(confidence) * standardError;
  return measured({
    auc: area.value,
    low: Math.max(0, area.value - reach),
    high: Math.min(1, area.value + reach),
    standardError,
  });
}
