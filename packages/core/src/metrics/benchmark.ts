import * as z from 'zod/mini';
import type { Issue } from '../errors.ts';
import { form, type Made } from '../schema/form.ts';
import { fraction, list } from '../schema/primitives.ts';
import { metricFields } from './metric-fields.ts';
import { clamp, metricKind } from './metric-kind.ts';
import { checkSpan } from './span.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('benchmark'),
    ...metricFields,
    /** Of peers, from the least value up: the share that lies at or below it. Several may have one value. */
    quantiles: list(z.strictObject({ share: fraction, value: z.number() }), 100).check(z.minLength(2)),
    /** `more` when absent. */
    better: z.optional(z.enum(['more', 'less'])),
  });

/**
 * The share of peers that does less well, in percent. Between the quantiles given it is read off a straight line, the
 * inverse of the usual quantile (Hyndman & Fan 1996). A value that several quantiles share takes the middle of their
 * shares, as a percentile rank counts half of those who tie. Of peers beyond the outermost quantiles nothing is given:
 * the line through the nearest two goes on until 0 or 100.
 */
export const benchmark = metricKind<Made<typeof schema>>({
  kind: 'benchmark',
  score({ quantiles, better }, value) {
    const percentile = clamp(100 * shareBelow(quantiles, value));
    return better === 'less' ? 100 - percentile : percentile;
  },
  rises: ({ better }) => (better === 'less' ? 'down' : 'up'),
  explain({ quantiles, better }, say) {
    const middle = quantiles.find(({ share }) => share >= 0.5) ?? quantiles[quantiles.length - 1];
    const { share, value } = middle as Quantile;
    return `the percentage of peers that have ${better === 'less' ? 'more' : 'less'}; ${say(value)} is above ${Math.round(share * 1000) / 10}% of them`;
  },
});

/** How it is written in a model. */
export const benchmarkForm = /* @__PURE__ */ form(
  schema,
  ({ quantiles }: Made<typeof schema>, path: string): Issue[] => {
    const issues = quantiles.flatMap(({ share, value }, index) => {
      const before = quantiles[index - 1];
      if (!before) return [];
      const at = `${path}.quantiles[${index}]`;
      return [
        ...(before.share < share ? [] : [disorder(`${at}.share`, 'greater than', before.share, share)]),
        ...(before.value <= value ? [] : [disorder(`${at}.value`, 'at least', before.value, value)]),
      ];
    });
    const last = quantiles.length - 1;
    if (issues.length) return issues;
    return checkSpan(
      `${path}.quantiles[${last}].value`,
      (quantiles[last] as Quantile).value,
      'the first',
      (quantiles[0] as Quantile).value,
    );
  },
);

type Quantile = Made<typeof schema>['quantiles'][number];

function shareBelow(quantiles: readonly Quantile[], value: number): number {
  const tied = quantiles.filter((quantile) => quantile.value === value);
  if (tied.length) return ((tied[0] as Quantile).share + (tied[tied.length - 1] as Quantile).share) / 2;
  const place = quantiles.findIndex((quantile) => quantile.value > value);
  // Below the first and above the last, the nearest two.
  const next = place < 0 ? quantiles.length - 1 : Math.max(1, place);
  const [from, to] = [quantiles[next - 1], quantiles[next]] as [Quantile, Quantile];
  return from.share + ((value - from.value) / (to.value - from.value)) * (to.share - from.share);
}

const disorder = (path: string, must: string, before: number, given: number) => ({
  code: 'quantiles-order',
  path,
  message: `${path} must be ${must} the one before it (${before}), not ${given}: quantiles go from the least up.`,
});
