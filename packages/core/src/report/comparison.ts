import type { Contribution, Report, ReportOverride } from '../schema/report.ts';
import { sameVersion } from '../schema/version.ts';

/**
 * Why a score can move, in the order in which the causes are told apart: another model, another segment, stage or level
 * of maturity, other things observed or no longer observed, other values, something set by hand.
 */
export const causes = ['model', 'group', 'coverage', 'data', 'override'] as const;
export type Cause = (typeof causes)[number];

/** Points by cause. They sum exactly to the change they explain. */
export type CauseParts = Readonly<Record<Cause, number>>;

/** What changed of one contribution. */
export interface MetricChange {
  readonly id: string;
  readonly label: string;
  /** Set where it is no metric: see `Contribution`. */
  readonly role?: Contribution['role'];
  readonly dimension: string | null;
  readonly unit: Contribution['unit'];
  /** The values as read; null where missing, or where that report does not have it. */
  readonly from: number | null;
  readonly to: number | null;
  readonly points: { readonly before: number | null; readonly after: number | null };
  /** Points it gained or lost, the sum of `parts`; null where one of the reports has no score. */
  readonly change: number | null;
  readonly parts: CauseParts | null;
  readonly sentence: string;
}

/** One of two things that differ, as ids with their names; null for none. */
export interface Replaced {
  readonly from: { readonly id: string; readonly label: string } | null;
  readonly to: { readonly id: string; readonly label: string } | null;
}

/** A group the account left or joined, with the evidence in words. */
export interface GroupChange extends Replaced {
  readonly grouping: 'segment' | 'stage' | 'maturity';
  readonly sentence: string;
}

/** A signal that began to fire, or ended. */
export interface SignalChange {
  readonly id: string;
  readonly label: string;
  readonly effect: 'risk' | 'growth';
  readonly now: 'fired' | 'ended';
}

/** What became of what a person had set. */
export interface OverrideChange {
  readonly now: 'set' | 'changed' | 'lifted' | 'expired';
  readonly before: ReportOverride | null;
  readonly after: ReportOverride | null;
}

/** Where one of the two reports stands. */
export type Moment = Pick<Report, 'asOf' | 'model' | 'score' | 'coverage'>;

/** Why the score of an account is not what it was. Plain JSON. */
export interface Comparison {
  readonly account: Report['account'];
  readonly before: Moment;
  readonly after: Moment;
  /** Points gained or lost: `after.score − before.score`; null where one of them is. */
  readonly change: number | null;
  /** The same by cause; null where `change` is. */
  readonly parts: CauseParts | null;
  /** Why there is no `change`; null where there is. */
  readonly reason: {
    readonly code: 'no-score-before' | 'no-score-after' | 'no-score';
    readonly sentence: string;
  } | null;
  /** Whether the causes are told apart for sure; where not, `doubts` says why in sentences. The sums are exact anyway. */
  readonly certain: boolean;
  readonly doubts: readonly string[];
  /** Every contribution whose points, value or status changed, the greatest change first. */
  readonly metrics: readonly MetricChange[];
  readonly tier: Replaced | null;
  readonly groups: readonly GroupChange[];
  readonly signals: readonly SignalChange[];
  readonly override: OverrideChange | null;
  readonly sentence: string;
}

/** What two reports are compared by: points of each row after each cause, from those before to those after. */
export interface Path {
  readonly steps: readonly (readonly [cause: Cause, points: ReadonlyMap<string, number>])[];
  readonly doubts: readonly string[];
}

/** What tells a contribution from all others of its report, in whichever report it stands. */
export const rowKey = ({ id, role, dimension, group }: Pick<Contribution, 'id'> & Partial<Contribution>): string =>
  role === 'start' || role === 'limit' ? `\n${role}\n${dimension ?? ''}\n${group ?? ''}` : id;

/** The contributions of a report by key, without what was set by hand. */
export type Rows = ReadonlyMap<string, Contribution>;

export const rowsOf = ({ contributions }: Report): Rows =>
  new Map(contributions.filter(({ role }) => role !== 'override').map((one) => [rowKey(one), one]));

/** The points of rows; a row without a score has none. */
export const pointsOf = (rows: Rows): Map<string, number> =>
  new Map([...rows].map(([key, { points }]) => [key, points ?? 0]));

/** Whether a contribution was read: there was a value, and it was fresh. */
export const isSeen = (row: Contribution | undefined): boolean =>
  row?.status === 'observed' || row?.status === 'not-applicable';

/** Whether the model gave a score by itself. */
export const isComputed = ({ score, override }: Report): boolean =>
  (override && override.score !== null ? override.computed.score : score) !== null;

/** The names in a report of the groups an account is in. */
export const groupingNames = ['segment', 'stage', 'maturity'] as const;

/** Whether the account is in other groups in one report than in the other. */
export const isRegrouped = (before: Report, after: Report): boolean =>
  groupingNames.some((name) => before[name]?.id !== after[name]?.id);

/** Whether a report names this version of this model, however much of the version is written. */
export const isModel = (model: Report['model'], named: Report['model']): boolean =>
  model.id === named.id && sameVersion(model.version, named.version);

/** Whether two reports were made by one version of one model. */
export const sameModel = (before: Report, after: Report): boolean => isModel(before.model, after.model);
