import { given, HealthError } from '../errors.ts';
import { parseModel } from '../model/define-model.ts';
import type { ModelDocument } from '../model/model.ts';
import type { HistoryPoint } from '../schema/account.ts';
import type { Report } from '../schema/report.ts';
import type { AccountReading } from './account-reading.ts';
import { reportFromReading } from './build-report.ts';
import type { ReportOptions } from './instant-of.ts';

/** What a vendor lets a customer see. What it does not name is never in the view. */
export interface CustomerPolicy {
  /** The dimension that is the customer's own score, such as `adoption`. */
  readonly dimension: string;
  /** The activity grids shown, by property, such as `team` and `feature`; none when absent. */
  readonly grids?: readonly string[];
}

/**
 * A report for the customer's own eyes, to be made on the server: the score of one dimension, its trend, and the
 * activity grids the policy names. It is scored afresh with a model that holds that dimension and nothing else,
 * so that no health score, tier, signal, playbook, other dimension or weight can be in it.
 * Throws a HealthError when the model has no such dimension, and when the policy asks for people.
 */
export function customerView(
  model: ModelDocument,
  reading: AccountReading,
  policy: CustomerPolicy,
  options: ReportOptions,
): Report {
  if (policy.grids?.includes('user')) {
    throw new HealthError({
      code: 'people-shown',
      path: 'grids',
      message: 'grids must not name "user": a customer is shown teams and features, never people.',
    });
  }
  const dimension = model.dimensions.find(({ id }) => id === policy.dimension);
  if (!dimension) {
    const known = model.dimensions.map(({ id }) => id).join(', ');
    throw new HealthError({
      code: 'unknown-dimension',
      path: 'dimension',
      message: `dimension names no dimension of this model: expected one of ${known}, not ${given(policy.dimension)}.`,
    });
  }
  const own = parseModel({
    id: dimension.id,
    version: '1',
    measures: model.measures,
    dimensions: [{ ...dimension, weight: 1 }],
    tiers: [],
    ...(model.timeZone ? { timeZone: model.timeZone } : {}),
    ...(model.minimumCoverage === undefined ? {} : { minimumCoverage: model.minimumCoverage }),
    ...(model.trend ? { trend: model.trend } : {}),
  });
  const report = reportFromReading(
    own,
    { ...reading, overrides: [], activity: null, history: ownHistory(reading, dimension.id, model.version) },
    options,
  );
  const grids = reading.activity?.grids.filter(({ by }) => policy.grids?.includes(by)) ?? [];
  return {
    ...report,
    possible: null,
    activity: reading.activity && grids.length ? { ...reading.activity, grids } : null,
    // How points are given is the vendor's own business; the score and its trend are the customer's.
    dimensions: [],
    contributions: [],
  };
}

function ownHistory({ history }: AccountReading, dimension: string, today: string): HistoryPoint[] {
  return history.map(({ at, dimensions, version }) => ({
    at,
    score: dimensions && Object.hasOwn(dimensions, dimension) ? (dimensions[dimension] ?? null) : null,
    coverage: 1,
    tier: null,
    // Which version of the model a score was given by is told as: today's, or an earlier one.
    version: version === today ? '1' : '0',
  }));
}
