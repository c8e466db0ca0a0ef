import type { AccountReading, Model, Report } from '@hale/core';
import type { AccountRow } from '../reading/account-row.ts';

/**
 * The table of summaries: a row for each account with what a list shows, sorts and filters by, taken from its report.
 * NULL is missing.
 */
export const summaryTable = `
  account_id    VARCHAR PRIMARY KEY,
  name          VARCHAR NOT NULL,
  name_key      VARCHAR NOT NULL,  -- the name without capitals and accents, for sorting and searching
  ended         TIMESTAMP,         -- when it ceased to be a customer; NULL while it is one
  as_of         TIMESTAMP NOT NULL,
  score         DOUBLE,
  tier          VARCHAR,
  segment       VARCHAR,           -- by its id; NULL for none
  override      JSON,              -- what a person has set, as the report has it; NULL for nothing
  coverage      DOUBLE NOT NULL,
  change        DOUBLE,
  flag_label    VARCHAR,           -- the most severe risk signal
  flag_severity VARCHAR,
  signals       VARCHAR[] NOT NULL,
  spark         DOUBLE[] NOT NULL, -- the latest weekly scores, oldest first
  renewal       VARCHAR,           -- 2026-11-14
  yearly_value  DOUBLE,
  seats         DOUBLE,
  active_users  DOUBLE,
  industry      VARCHAR,
  employees     DOUBLE`;

/** A row of the table; instants are milliseconds since 1970. */
export interface SummaryRow {
  readonly account_id: string;
  readonly name: string;
  readonly name_key: string;
  readonly ended: number | null;
  readonly as_of: number;
  readonly score: number | null;
  readonly tier: string | null;
  readonly segment: string | null;
  readonly override: Report['override'] | null;
  readonly coverage: number;
  readonly change: number | null;
  readonly flag_label: string | null;
  readonly flag_severity: string | null;
  readonly signals: readonly string[];
  readonly spark: readonly (number | null)[];
  readonly renewal: string | null;
  readonly yearly_value: number | null;
  readonly seats: number | null;
  readonly active_users: number | null;
  readonly industry: string | null;
  readonly employees: number | null;
}

/** Weekly scores in a row's spark, today's included. */
const sparkWeeks = 26;

/** Text as it is compared with others: without capitals and accents. */
export const comparable = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');

/** The summary of a report, with what a list shows beside it: facts, and how many people are active, from what seats in use were worked out of. */
export function summarise(
  account: AccountRow,
  left: boolean,
  { facts, model }: Pick<AccountReading, 'facts'> & { readonly model: Model },
  report: Report,
): SummaryRow {
  const flag = report.signals.find(({ effect }) => effect === 'risk');
  const renewal = factText('renewal');
  return {
    account_id: account.id,
    name: account.name,
    name_key: comparable(account.name),
    ended: left ? account.ended : null,
    as_of: Date.parse(report.asOf),
    score: report.score,
    tier: report.tier,
    segment: report.segment?.id ?? null,
    override: report.override ?? null,
    coverage: report.coverage,
    change: report.trend.change,
    flag_label: flag?.label ?? null,
    flag_severity: flag?.severity ?? null,
    signals: report.signals.map(({ id }) => id),
    spark: report.trend.points.slice(-sparkWeeks).map(({ score }) => score),
    renewal: renewal !== null && /^\d{4}-\d{2}-\d{2}$/.test(renewal) ? renewal : null,
    yearly_value: factNumber('yearlyValue'),
    seats: factNumber('seats'),
    active_users: activeUsers(),
    industry: factText('industry'),
    employees: factNumber('employees'),
  };

  function activeUsers(): number | null {
    const uses = report.contributions.find(({ measure }) => {
      const own = measure !== null && Object.hasOwn(model.measures, measure) ? model.measures[measure] : undefined;
      return own?.kind === 'ratio' && own.of === 'activeUsers';
    });
    return uses?.parts?.part ?? null;
  }

  function factNumber(name: string): number | null {
    const value = facts.get(name)?.value;
    return typeof value === 'number' ? value : null;
  }

  function factText(name: string): string | null {
    const value = facts.get(name)?.value;
    return typeof value === 'string' ? value : null;
  }
}
