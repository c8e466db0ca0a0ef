import type { Account } from '../schema/account.ts';
import type { Outcome } from '../schema/outcome.ts';
import type { Dataset } from './dataset.ts';
import { type GatherPlan, gatherRows, mustBeHorizon } from './gather-rows.ts';

/** What rows are made of, when, and how far ahead an outcome counts. */
export interface DatasetPlan extends GatherPlan {
  readonly horizonDays: number;
}

/**
 * Rows of account × cut-off: what was known of each account alive just before a cut-off, and whether the outcome came
 * within the horizon [cut-off, cut-off + horizon). Accounts are taken one at a time, in any order; each is a row from
 * the day it became a customer to the day it churned, and again once it `returned`. A cut-off whose horizon reaches
 * beyond `knownUntil` makes no row, not even where the outcome has come already: else only those would be known. Throws
 * a HealthError for a plan that names what there is not.
 */
export function buildDataset(accounts: Iterable<Account>, outcomes: readonly Outcome[], plan: DatasetPlan): Dataset {
  mustBeHorizon(plan.horizonDays);
  const gathering = gatherRows(outcomes, plan, plan.horizonDays);
  for (const account of accounts) gathering.add(account);
  const { rows, ...dataset } = gathering.rows(plan.horizonDays);
  return { ...dataset, rows: rows.map(({ standing, life, ...row }) => row) };
}
