import type { CustomerView } from '@hale/core/report';
import { items, type Loose } from './loose.ts';
import type { GivenReport } from './score-reading.ts';

/** A customer's view as it comes to a widget: checked by a source, or handed over by the page in whatever shape. */
export type GivenView = Loose<CustomerView>;

const isView = (given: GivenReport | GivenView): given is GivenView =>
  String(given.schema).startsWith('hale.customer/');

/** What widgets draw of either document: a customer's view is a report that says nothing of tiers, signals and groups. */
export function asReport(given: GivenReport | GivenView): GivenReport {
  if (!isView(given)) return given;
  const { account, asOf, title, score, reason, coverage, contributions, trend, activity } = given;
  let version = 1;
  const points = items(trend?.points, 2000).map(({ at, score, revised }) => {
    if (revised) version++;
    return { at, score, version: String(version) };
  });
  return {
    account,
    asOf,
    title,
    score,
    reason,
    tiers: [],
    coverage,
    contributions: items(contributions).map((row) => ({ ...row, role: null, effectiveWeight: row.weight })),
    trend: { ...trend, points },
    activity,
  };
}
