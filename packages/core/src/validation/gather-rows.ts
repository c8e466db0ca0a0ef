import { indexAccount } from '../measures/account-index.ts';
import { measure as measureSchema } from '../measures/forms.ts';
import { kindOf, type Measure } from '../measures/kinds.ts';
import { readMeasures } from '../measures/read-measures.ts';
import type { Model } from '../model/define-model.ts';
import type { Account } from '../schema/account.ts';
import { dayMs } from '../schema/calendar.ts';
import { type Outcome, outcomes as outcomesSchema } from '../schema/outcome.ts';
import { parse } from '../schema/parse.ts';
import { parseInstant } from '../schema/time.ts';
import type { OnOffHistory } from '../stats/fit/bg-bb.ts';
import { mustBe, mustBeFinite } from '../stats/must-be.ts';
import { asOf } from './as-of.ts';
import type { DataRow, Dataset } from './dataset.ts';
import { type ActiveWeeksFeature, type Feature, readFeature } from './feature.ts';
import { onOffHistory } from './on-off.ts';
import { mostFeatures } from './predictor-document.ts';
import { type Standing, standingOf } from './standing.ts';

/** What rows are made of, and when. */
export interface GatherPlan {
  /** As in a model. */
  readonly measures: Readonly<Record<string, Measure>>;
  readonly features: readonly Feature[];
  /** In milliseconds, such as `cutOffs` gives. */
  readonly cutOffs: readonly number[];
  /** Outcomes are known up to this instant, in milliseconds. */
  readonly knownUntil: number;
  /** What is to be foreseen; `churned` when absent. */
  readonly of?: Outcome['kind'];
  /** The IANA time zone of days; UTC when absent. */
  readonly zone?: string;
}

/** A row that also knows how the account stood then, null where no model was given, and what its life was like. */
export interface StandingRow extends DataRow {
  readonly standing: Standing | null;
  readonly life: {
    /** Since when the account has been there, in milliseconds. */
    readonly since: number;
    /** When the outcome next came, the cut-off or later: a label, and never a feature. Null where it is not known to have. */
    readonly next: number | null;
    /** In which weeks it was active; null where no feature counts them, or they are not recorded of the account. */
    readonly onOff: OnOffHistory | null;
  };
}

/** Rows in the making: accounts come one at a time and are not kept. */
export interface Gathering {
  /** Throws a HealthError where the account has come before. */
  add(account: Account): void;
  /** Different accounts that have come. */
  readonly accounts: number;
  /** The rows of a horizon: what was known before each cut-off, and whether the outcome came in [cut-off, cut-off + days). */
  rows(horizonDays: number): Dataset<StandingRow>;
}

interface Became {
  readonly kind: Outcome['kind'];
  readonly at: number;
}

/**
 * Gathers rows of account × cut-off for horizons of `leastDays` or more. Features, and with a `model` the score, its
 * parts and groups, are read once for all horizons, of an account in which nothing of the cut-off or later is there.
 * Throws a HealthError for a plan that names what there is not.
 */
export function gatherRows(
  outcomes: readonly Outcome[],
  plan: GatherPlan,
  leastDays: number,
  model: Model | null = null,
): Gathering {
  const { features, knownUntil, of = 'churned', zone = null } = plan;
  checkPlan(plan);
  const byAccount = new Map<string, Became[]>();
  for (const { account, kind, at } of parse(outcomesSchema, outcomes, 'the outcomes')) {
    const known = byAccount.get(account) ?? [];
    known.push({ kind, at: parseInstant(at) });
    byAccount.set(account, known);
  }
  const set = { measures: new Map(Object.entries(plan.measures)), zone };
  const cutOffs = [...new Set(plan.cutOffs)].sort((a, b) => a - b);
  const activity = activityOf(features);
  const read: Omit<StandingRow, 'happened'>[] = [];
  const leftOut = { notYet: 0, gone: 0, noStart: 0 };
  /** How many were alive at each cut-off too late to be read. */
  const late = new Map<number, number>();
  const seen = new Set<string>();
  const last = knownUntil - leastDays * dayMs;

  return {
    get accounts() {
      return seen.size;
    },
    add(account) {
      mustBe(!seen.has(account.id), 'accounts', 'accounts of different ids', account.id);
      seen.add(account.id);
      const index = indexAccount(account);
      const became = byAccount.get(account.id) ?? [];
      for (const cutOff of cutOffs) {
        const why = absence(index.since, became, cutOff);
        if (why) leftOut[why]++;
        else if (cutOff > last) late.set(cutOff, (late.get(cutOff) ?? 0) + 1);
        else {
          const then = asOf(index, cutOff);
          const observations = readMeasures(set, then, cutOff);
          const found = features.map((feature) => readFeature(feature, then, cutOff, observations));
          const values = found.map(({ value }) => value);
          const observed = found.map(({ at }) => at);
          const standing = model && standingOf(model, then, cutOff);
          const life = {
            since: index.since ?? cutOff,
            next: nextOf(became, of, cutOff),
            onOff: activity && onOffHistory(activity, then, cutOff),
          };
          read.push({ account: account.id, cutOff, values, observed, standing, life });
        }
      }
    },
    rows(horizonDays) {
      mustBe(horizonDays >= leastDays, 'horizonDays', `at least ${leastDays}, as was planned`, horizonDays);
      const horizon = horizonDays * dayMs;
      const finished = read.filter(({ cutOff }) => cutOff <= knownUntil - horizon);
      const rows = finished.map(
        (row): StandingRow => ({ ...row, happened: row.life.next !== null && row.life.next < row.cutOff + horizon }),
      );
      rows.sort((a, b) => a.cutOff - b.cutOff || (a.account < b.account ? -1 : 1));
      const unfinished = read.length - finished.length + [...late.values()].reduce((sum, one) => sum + one, 0);
      return { columns: features.map(({ id }) => id), rows, horizon, leftOut: { ...leftOut, unfinished } };
    },
  };
}

/** The feature that says what activity is, week by week; null where none does. */
export const activityOf = (features: readonly Feature[]): ActiveWeeksFeature | null =>
  features.find(
    (feature): feature is ActiveWeeksFeature =>
      'activeWeeks' in feature && feature.direction !== 0 && feature.activeWeeks > 1,
  ) ?? null;

/** When the outcome first came at a cut-off or later. */
function nextOf(became: readonly Became[], of: Outcome['kind'], cutOff: number): number | null {
  const later = became.filter(({ kind, at }) => kind === of && at >= cutOff);
  return later.length > 0 ? Math.min(...later.map(({ at }) => at)) : null;
}

/** Why an account is not there at a cut-off; null where it is. */
function absence(
  since: number | null,
  became: readonly Became[],
  cutOff: number,
): 'notYet' | 'gone' | 'noStart' | null {
  if (since === null) return 'noStart';
  if (since > cutOff) return 'notYet';
  let latest = { kind: 'returned', at: since - 1 };
  for (const one of became) {
    const turns = (one.kind === 'churned' || one.kind === 'returned') && one.at < cutOff;
    // Of one instant, the account that left and came back is there.
    if (turns && (one.at > latest.at || (one.at === latest.at && one.kind === 'returned'))) latest = one;
  }
  return latest.kind === 'churned' ? 'gone' : null;
}

function checkPlan({ measures, features, cutOffs, knownUntil }: GatherPlan): void {
  mustBeFinite(cutOffs, 'cutOffs');
  mustBe(Number.isFinite(knownUntil), 'knownUntil', 'an instant in milliseconds', knownUntil);
  for (const [id, measure] of Object.entries(measures)) {
    for (const used of kindOf(parse(measureSchema, measure, `measures.${id}`)).uses?.(measure) ?? []) {
      mustBe(Object.hasOwn(measures, used), `measures.${id}`, 'made of measures there are', used);
    }
  }
  mustBe(features.length <= mostFeatures, 'features', `a list of at most ${mostFeatures}`, features);
  const ids = new Set<string>();
  features.forEach((feature, index) => {
    mustBe(!ids.has(feature.id), `features[${index}].id`, 'different from those before', feature.id);
    ids.add(feature.id);
    if (!('measure' in feature)) return;
    const { measure } = feature;
    mustBe(Object.hasOwn(measures, measure), `features[${index}].measure`, 'one of measures', measure);
  });
}

/** Refuses a horizon that is none. */
export function mustBeHorizon(days: number, name = 'horizonDays'): void {
  mustBe(days > 0 && days <= 3660, name, 'a number above 0, at most 3660', days);
}
