import { standardDeviation } from '../standard-deviation.ts';
import { auc } from '../truth/auc.ts';
import type { AucInterval } from '../truth/auc-interval.ts';
import { type Measured, measured } from '../truth/measured.ts';
import { aucDraws } from './auc-draws.ts';
import { percentileInterval, type Resampling } from './bootstrap.ts';

/**
 * The AUC of rows, with its interval and standard error from draws of whole groups, such as all rows of an account: these
 * depend on each other, which DeLong's interval does not know. None where too few draws have both outcomes.
 */
export function areaByGroup(
  groups: readonly string[],
  happened: readonly boolean[],
  scores: readonly number[],
  resampling: Resampling,
): Measured<AucInterval> {
  const area = auc(happened, scores);
  if (area.value === null) return area;
  const drawn = [...aucDraws(groups, happened, [scores], resampling)].flat();
  const { value, reason } = percentileInterval(drawn, resampling.confidence);
  if (value === null) return { value, reason };
  const said = drawn.filter((one) => one !== null);
  const standardError = standardDeviation(said, 'sample') ?? 0;
  return measured({ auc: area.value, low: value.low, high: value.high, standardError });
}
