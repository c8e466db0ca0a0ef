import { indexAccount } from '../measures/account-index.ts';
import { measure as measureSchema } from '../measures/forms.ts';
import { kindOf, type Measure } from '../measures/kinds.ts';
import { readMeasures } from '../measures/read-measures.ts';
import type { Account } from '../schema/account.ts';
import { dayMs } from '../schema/calendar.ts';
import { type Outcome, outcomes as outcomesSchema } from '../schema/outcome.ts';
import { parse } from '../schema/parse.ts';
import { parseInstant } from '../schema/time.ts';
import { mustBe, mustBeFinite } from '../stats/must-be.ts';
import { asOf } from './as-of.ts';
import type { DataRow, Dataset } from './dataset.ts';
import { type Feature, readFeature } from './feature.ts';

/** What rows are made of, and when. */
export interface DatasetPlan {
  /** As in a model. */
  readonly measures: Readonly<Record<string, Measure>>;
  readonly features: readonly Feature[];
  /** In milliseconds, such as `cutOffs` gives. */
  readonly cutOffs: readonly number[];
  readonly horizonDays: number;
  /** Outcomes are known up to this instant, in milliseconds. */
  readonly knownUntil: number;
  /** What is to be foreseen; `churned` when absent. */
  readonly of?: Outcome['kind'];
  /** The IANA time zone of days; UTC when absent. */
  readonly zone?: string;
}

/**
 * Rows of account × cut-off: what was known of each account alive just before a cut-off, and whether the outcome came
 * within the horizon [cut-off, cut-off + horizon). Accounts are taken one at a time, in any order; each is a row from
 * the day it became a customer to the day it churned, and again once it `returned`. A cut-off whose horizon reaches
 * beyond `knownUntil` makes no row, not even where the outcome has come already: else only those would be known. Throws
 * a HealthError for a plan that names what there is not.
 */
export function buildDataset(accounts: Iterable<Account>, outcomes: readonly Outcome[], plan: DatasetPlan): Dataset {
  const { features, knownUntil, of = 'churned', zone = null } = plan;
  checkPlan(plan);
  const byAccount = new Map<string, { kind: Outcome['kind']; at: number }[]>();
  for (const { account, kind, at } of parse(outcomesSchema, outcomes, 'the outcomes')) {
    const known = byAccount.get(account) ?? [];
    known.push({ kind, at: parseInstant(at) });
    byAccount.set(account, known);
  }
  const set = { measures: new Map(Object.entries(plan.measures)), zone };
  const horizon = plan.horizonDays * dayMs;
  const cutOffs = [...new Set(plan.cutOffs)].sort((a, b) => a - b);
  const leftOut = { notYet: 0, gone: 0, unfinished: 0, noStart: 0 };
  const rows: DataRow[] = [];
  const seen = new Set<string>();
  for (const account of accounts) {
    mustBe(!seen.has(account.id), 'accounts', 'accounts of different ids', account.id);
    seen.add(account.id);
    const index = indexAccount(account);
    const became = byAccount.get(account.id) ?? [];
    for (const cutOff of cutOffs) {
      const why = leaving(index.since, became, cutOff, knownUntil - horizon);
      if (why) {
        leftOut[why]++;
        continue;
      }
      const then = asOf(index, cutOff);
      const observations = readMeasures(set, then, cutOff);
      const read = features.map((feature) => readFeature(feature, then, cutOff, observations));
      rows.push({
        account: account.id,
        cutOff,
        values: read.map(({ value }) => value),
        observed: read.map(({ at }) => at),
        happened: became.some(({ kind, at }) => kind === of && at >= cutOff && at < cutOff + horizon),
      });
    }
  }
  rows.sort((a, b) => a.cutOff - b.cutOff || (a.account < b.account ? -1 : 1));
  return { columns: features.map(({ id }) => id), rows, horizon, leftOut };
}

/** Why an account is no row at a cut-off; null where it is. */
function leaving(
  since: number | null,
  became: readonly { kind: Outcome['kind']; at: number }[],
  cutOff: number,
  last: number,
): keyof Dataset['leftOut'] | null {
  if (since === null) return 'noStart';
  if (since > cutOff) return 'notYet';
  let latest = { kind: 'returned', at: since - 1 };
  for (const one of became) {
    const turns = (one.kind === 'churned' || one.kind === 'returned') && one.at < cutOff;
    // Of one instant, the account that left and came back is there.
    if (turns && (one.at > latest.at || (one.at === latest.at && one.kind === 'returned'))) latest = one;
  }
  if (latest.kind === 'churned') return 'gone';
  return cutOff > last ? 'unfinished' : null;
}

function checkPlan({ measures, features, cutOffs, horizonDays, knownUntil }: DatasetPlan): void {
  mustBeFinite(cutOffs, 'cutOffs');
  mustBe(horizonDays > 0 && horizonDays <= 3660, 'horizonDays', 'a number above 0, at most 3660', horizonDays);
  mustBe(Number.isFinite(knownUntil), 'knownUntil', 'an instant in milliseconds', knownUntil);
  for (const [id, measure] of Object.entries(measures)) {
    for (const used of kindOf(parse(measureSchema, measure, `measures.${id}`)).uses?.(measure) ?? []) {
      mustBe(Object.hasOwn(measures, used), `measures.${id}`, 'made of measures there are', used);
    }
  }
  const ids = new Set<string>();
  features.forEach((feature, index) => {
    mustBe(!ids.has(feature.id), `features[${index}].id`, 'different from those before', feature.id);
    ids.add(feature.id);
    if (!('measure' in feature)) return;
    const { measure } = feature;
    mustBe(Object.hasOwn(measures, measure), `features[${index}].measure`, 'one of measures', measure);
  });
}
