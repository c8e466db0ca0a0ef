import { type DatedFact, indexAccount } from '../measures/account-index.ts';
import type { Observation } from '../measures/measure-kind.ts';
import { readMeasures } from '../measures/read-measures.ts';
import type { Model } from '../model/define-model.ts';
import type { Account, HistoryPoint } from '../schema/account.ts';
import type { Activity } from '../schema/report.ts';
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
}

/** Reads all that a model asks of an account, as of `now` (milliseconds). */
export function readAccount(model: Model, account: Account, now: number): AccountReading {
  const index = indexAccount(account);
  return {
    id: index.id,
    name: index.name,
    observations: readMeasures(model.measures, index, now),
    facts: new Map([...index.facts].filter(([, { at }]) => at === null || at <= now)),
    activity: readActivity(model, index, now),
    history: account.history ?? [],
  };
}
