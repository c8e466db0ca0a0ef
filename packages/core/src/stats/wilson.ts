import { mustBe } from './must-be.ts';
import { mustBeConfidence, normalReach } from './normal.ts';

/**
 * Where a share may truly lie, both ends 0…1, after `hits` of `n` were seen: Wilson's interval at a `confidence` of 0.95
 * unless told, which holds for few rows and for none or all of them. Null of none. Wilson, JASA 22 (1927) 209.
 */
export function wilson(hits: number, n: number, confidence = 0.95): { low: number; high: number } | null {
  mustBe(Number.isInteger(n) && n >= 0, 'n', 'a whole number of 0 or more', n);
  mustBe(Number.isInteger(hits) && hits >= 0 && hits <= n, 'hits', `a whole number from 0 to n (${n})`, hits);
  mustBeConfidence(confidence);
  if (n === 0) return null;
  const z = normalReach(confidence);
  const share = hits / n;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const reach = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z / (2 * n)) ** 2);
  return { low: hits === 0 ? 0 : middle - reach, high: hits === n ? 1 : middle + reach };
}
