import type { CustomerView } from '@hale/core/report';
import { isView } from '../source/is-view.ts';
import type { Loose } from './loose.ts';
import type { GivenReport } from './score-reading.ts';

/** A customer's view as it comes to a widget: checked by a source, or handed over by the page in whatever shape. */
export type GivenView = Loose<CustomerView>;

/** What widgets draw of either document: a customer's view is a report without tiers, signals and groups. */
export function asReport(given: GivenReport | GivenView): GivenReport {
  // Sound: what a view has it has as a report does, but for its name and the roles of its rows, which nobody draws by.
  return (isView(given) ? { ...given, tiers: [] } : given) as GivenReport;
}
