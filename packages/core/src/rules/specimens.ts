import type { Scalar } from '../schema/primitives.ts';
import { order } from './order.ts';
import type { Reach } from './rule-kind.ts';

/**
 * Values that stand for all there are: rules that compare with nothing but these thresholds treat each value within
 * reach, and a missing one (null), as they treat one of these.
 */
export function specimensOf(thresholds: readonly Scalar[], { least, most, any }: Reach): (Scalar | null)[] {
  const numbers = thresholds.filter(
    (value): value is number => typeof value === 'number' && value > least && value < most,
  );
  const edges = [least, ...new Set(numbers), most].sort(order);
  // Between neighbours that no number lies between, this is one of them: no harm.
  const between = edges.slice(1).map((edge, index) => edge / 2 + (edges[index] as number) / 2);
  const text = thresholds.filter((value) => typeof value === 'string');
  // Nothing comes before the empty text, and nothing between a text and the same with one U+0000 more.
  const texts = ['', ...text, ...text.map((value) => `${value}\0`)];
  return [...new Set([null, ...edges, ...between, ...(any ? [true, false, ...texts] : [])])];
}
