import { given, HealthError } from '../errors.ts';
import { type CustomerPolicy, customerPolicy } from '../schema/customer-policy.ts';
import { type CustomerView, customerFormat, customerView as schema } from '../schema/customer-view.ts';
import { didYouMean } from '../schema/did-you-mean.ts';
import { parse } from '../schema/parse.ts';
import type { Contribution, Report, ReportDimension } from '../schema/report.ts';
import { sameVersion } from '../schema/version.ts';
import { reasonFor } from '../score/coverage.ts';
import { onGrid } from '../stats/exact-points.ts';
import { scoreTrend } from '../trend/score-trend.ts';

/**
 * What a customer may see of its own report, to be made on the server: one dimension as a score from 0 to 100, and of
 * its contributions, trend and activity as much as the policy names. Each field is taken from the report by its name
 * and checked, so that nothing else of it, and nothing hidden in it, can be in the view.
 * Metrics that hold what a person makes of the customer are never in it. Throws a HealthError for a policy that is wrong,
 * asks for people or for such a metric, or names a dimension or a contribution that the report does not have.
 */
export function customerView(report: Report, policy: CustomerPolicy): CustomerView {
  const { dimension: id, title, contributions, trend = true, grids = [], coverage = false } = checked(policy);
  const dimension = dimensionOf(report, id);
  const rows = report.contributions.filter((row) => row.dimension === id);
  const why = reasonFor([dimension.coverage], report.minimumCoverage, dimension.score !== null);
  const applies = rows.length === 0 || rows.some(({ status }) => status !== 'not-applicable');
  const code: keyof typeof sentences | null = why === 'no-data' && !applies ? 'not-applicable' : why;
  const reason = code && { code, sentence: sentences[code] };
  // Points that a report without them does not tell cannot be made up.
  const parts = rows.flatMap(({ inDimension }) => inDimension?.points ?? []);
  const isTold = rows.length > 0 && rows.every(({ inDimension }) => inDimension);
  const score = reason ? null : isTold ? sumOf(parts) : onGrid(dimension.score ?? 0);
  const view: CustomerView = {
    schema: customerFormat,
    account: { id: report.account.id, name: report.account.name },
    asOf: report.asOf,
    title: title ?? dimension.label,
    score,
    reason,
    coverage: coverage ? dimension.coverage : null,
    contributions: isTold ? contributionsOf(rows, allowedOf(rows, contributions), score) : null,
    trend: trend ? trendOf(report, id, score) : null,
    activity: activityOf(report, grids),
  };
  return parse(schema, view, "the customer's view");
}

function checked(given: CustomerPolicy): CustomerPolicy {
  const policy = parse(customerPolicy, given, 'the policy', didYouMean);
  if (!policy.grids?.includes('user')) return policy;
  throw new HealthError({
    code: 'people-shown',
    path: 'grids',
    message: 'grids must not name "user": a customer is shown teams and features, never people.',
  });
}

function dimensionOf({ dimensions }: Report, id: string): ReportDimension {
  const dimension = dimensions.find((one) => one.id === id);
  if (dimension) return dimension;
  const known = dimensions.map((one) => one.id).join(', ');
  throw new HealthError({
    code: 'unknown-dimension',
    path: 'dimension',
    message: `dimension names no dimension of this report: expected one of ${known}, not ${given(id)}.`,
  });
}

/** Said without figures: what is looked for, and how much of it must be found, is the vendor's. */
const sentences = {
  'no-data': 'Nothing has been observed yet.',
  'not-applicable': 'Nothing that has been observed applies.',
  'low-coverage': 'Too little has been observed for a score.',
};

type Row = NonNullable<CustomerView['contributions']>[number];

/** The rows of metrics that the policy names and a customer may see. */
function allowedOf(rows: readonly Contribution[], named: CustomerPolicy['contributions'] = false): Contribution[] {
  const judged = new Set(rows.flatMap(({ id, isJudgement }) => (isJudgement ? [id] : [])));
  if (typeof named !== 'boolean') {
    const known = rows.map(({ id }) => id).filter((id) => !judged.has(id));
    const issues = named.flatMap((id, index) => {
      const path = `contributions[${index}]`;
      if (known.includes(id)) return [];
      const [code, message] = judged.has(id)
        ? [
            'judgement-shown',
            `must not name ${given(id)}: it holds what a person makes of the customer, who is never shown that.`,
          ]
        : [
            'unknown-contribution',
            `must name one of ${known.slice(0, 20).join(', ') || 'none'}, not ${given(id)}: the dimension has no such contribution.${didYouMean(id, known)}`,
          ];
      return [{ code, path, message: `${path} ${message}` }];
    });
    if (issues.length) throw new HealthError(issues);
  }
  return rows.filter(({ id }) => !judged.has(id) && (typeof named === 'boolean' ? named : named.includes(id)));
}

/** The rows allowed, and what they leave of the score as one more; null when none is. */
function contributionsOf(
  all: readonly Contribution[],
  allowed: readonly Contribution[],
  score: number | null,
): Row[] | null {
  const rows = allowed.map((row) => rowOf(row, score !== null));
  if (rows.length === 0) return null;
  return rows.length === all.length ? rows : [...rows, restOf(rows, score)];
}

function rowOf({ role, inDimension, ...row }: Contribution, isScored: boolean): Row {
  return {
    id: row.id,
    ...(role === 'start' || role === 'limit' ? { role } : {}),
    label: row.label,
    value: row.value,
    unit: row.unit,
    ...(row.said === undefined ? {} : { said: row.said }),
    at: row.at,
    normalized: row.normalized,
    weight: inDimension?.weight ?? 0,
    points: isScored ? (inDimension?.points ?? 0) : null,
    status: row.status,
    sentence: row.sentence,
  };
}

/** Made of what is shown, so that it tells no more than that does. */
function restOf(rows: readonly Row[], score: number | null): Row {
  return {
    id: ':rest',
    role: 'rest',
    label: 'Everything else',
    value: null,
    unit: 'number',
    at: null,
    normalized: null,
    weight: Math.max(0, 1 - sumOf(rows.map(({ weight }) => weight))),
    points: score === null ? null : score - sumOf(rows.map(({ points }) => points ?? 0)),
    status: 'observed',
    sentence: 'What is not listed.',
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The dimension's own course, and its change as the model tells that of the score. */
function trendOf({ trend, model, asOf }: Report, id: string, score: number | null): CustomerView['trend'] {
  const now = Date.parse(asOf);
  const past = trend.points.map(({ at, version, dimensions }) => ({
    at,
    version,
    score: dimensions && Object.hasOwn(dimensions, id) ? (dimensions[id] ?? null) : null,
  }));
  const own = scoreTrend({ version: model.version, trend: { days: trend.days } }, past, { score, now });
  let way = 1;
  return {
    points: own.points.map(({ at, score, version }, place) => {
      if (!sameVersion(version, own.points[place - 1]?.version ?? version)) way++;
      return { at, score, version: String(way) };
    }),
    days: own.days,
    earlier: own.earlier && { at: own.earlier.at, score: own.earlier.score },
    change: own.change,
  };
}

function activityOf({ activity }: Report, allowed: readonly string[]): CustomerView['activity'] {
  const grids = activity?.grids.filter(({ by }) => allowed.includes(by)) ?? [];
  if (!activity || grids.length === 0) return null;
  return {
    start: activity.start,
    days: activity.days,
    grids: grids.map(({ by, label, rows, more }) => ({
      by,
      label,
      rows: rows.map(({ id, label, counts, key }) => ({
        id,
        label,
        counts: [...counts],
        ...(key ? { key: [...key] } : {}),
      })),
      more,
    })),
  };
}
