import * as z from 'zod/mini';
import type { Issue } from '../errors.ts';
import { form, type Made } from '../schema/form.ts';
import { fraction, list } from '../schema/primitives.ts';
import type { Dialect } from '../sql/dialect.ts';
import { double } from '../sql/double.ts';
import { type Fragment, join, sql } from '../sql/fragment.ts';
import { metricFields } from './metric-fields.ts';
import { clamp, metricKind } from './metric-kind.ts';
import { clampSql, type MetricSql, tiny } from './metric-sql.ts';
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
type Benchmark = Made<typeof schema>;

/**
 * The share of peers that does less well, in percent. Between the quantiles given it is read off a straight line, the
 * inverse of the usual quantile (Hyndman & Fan 1996). A value that several quantiles share takes the middle of their
 * shares, as a percentile rank counts half of those who tie. Of peers beyond the outermost quantiles nothing is given:
 * the line through the nearest two goes on until 0 or 100.
 */
export const benchmark = metricKind<Benchmark>({
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
export const benchmarkForm = /* @__PURE__ */ form(schema, ({ quantiles }: Benchmark, path: string): Issue[] => {
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
});

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

/** The same for all accounts at once. */
export const benchmarkSql: MetricSql<Benchmark> = ({ quantiles, better }, value, dialect) => {
  const one = (number: number) => double(dialect, number);
  const ties = [...new Set(quantiles.map((quantile) => quantile.value))].map(
    (tie) => sql` when ${value} = ${one(tie)} then ${one(shareBelow(quantiles, tie))}`,
  );
  const last = quantiles.length - 1;
  const lines = quantiles.slice(1).flatMap((to, index) => {
    const from = quantiles[index] as Quantile;
    const isFirst = index === 0;
    const isLast = index + 1 === last;
    const share = isFirst || isLast ? heldLine(from, to, value, dialect) : line(from, to, value, dialect);
    return [sql`${isLast ? sql` else` : sql` when ${value} < ${one(to.value)} then`} ${share}`];
  });
  const share = sql`case${join([...ties, ...lines], sql``)} end`;
  const percentile = clampSql(sql`100 * ${share}`);
  return { score: better === 'less' ? sql`(100 - ${percentile})` : percentile };
};

/** The share read off the line through two quantiles; between them where they are apart. */
function line(from: Quantile, to: Quantile, value: Fragment, dialect: Dialect): Fragment {
  const one = (number: number) => double(dialect, number);
  const span = to.value - from.value;
  const [start, rise] = [one(from.share), one(to.share - from.share)];
  const on = sql`${start} + (${value} - ${one(from.value)}) / ${one(span)} * ${rise}`;
  // Next to 0 there are numbers too small to be divided.
  const near = sql`abs(${value} - ${one(from.value)}) <= ${one(span * tiny)}`;
  return sql`case when ${near} then ${start} else ${on} end`;
}

/** Beyond this a line has come to its end: any further the way could be more than a double can hold. */
const farthest = Number.MAX_VALUE / 2;

/** The same beyond its ends, as far as it goes between 0 and 1. */
function heldLine(from: Quantile, to: Quantile, value: Fragment, dialect: Dialect): Fragment {
  const one = (number: number) => double(dialect, number);
  const span = to.value - from.value;
  // One above the other: what lies beside them is beyond all peers on its side.
  if (span === 0) return sql`case when ${value} < ${one(from.value)} then 0 else 1 end`;
  const reach = span / (to.share - from.share);
  const none = Math.max(-farthest, from.value - from.share * reach);
  const all = Math.min(farthest, to.value + (1 - to.share) * reach);
  return sql`case when ${value} <= ${one(none)} then 0 when ${value} >= ${one(all)} then 1 else ${line(from, to, value, dialect)} end`;
}
