import { type DatedFact, indexAccount } from '../measures/account-index.ts';
import type { Observation } from '../measures/measure-kind.ts';
import { readMeasures } from '../measures/read-measures.ts';
import type { Model } from '../model/define-model.ts';
import { measuresOf } from '../model/resolve-model.ts';
import type { Account, HistoryPoint, Override } from '../schema/account.ts';
import type { Activity } from '../schema/report.ts';
import { instantOf, type ReportOptions } from './instant-of.ts';
import { readActivity } from './read-activity.ts';

/** What a report is made from, whether it was read in the page or in a database. */
export interface AccountReading {
  readonly id: string;
  readonly name: string;
  /** By measure id. */
  readonly observations: ReadonlyMap<string, Observation>;
  readonly facts: ReadonlyMap<string, DatedFact>;
  readonly activity: Activity | null;
  readonly history: readonly HistoryPoint[];
  readonly overrides: readonly Override[];
}

/** Reads all that a model asks of an account, as of `now`. Throws a HealthError when `now` is no instant. */
export function readAccount(model: Model, account: Account, options: ReportOptions): AccountReading {
  const now = instantOf(options.now);
  const index = indexAccount(account);
  const facts = index.factNames.map((name) => [name, index.fact(name, now)] as const);
  return {
    id: index.id,
    name: index.name,
    observations: readMeasures(measuresOf(model), index, now),
    facts: new Map(facts.filter((entry): entry is [string, DatedFact] => entry[1] !== undefined)),
    activity: readActivity(model, index, now),
    history: account.history ?? [],
    overrides: account.overrides ?? [],
  };
}
