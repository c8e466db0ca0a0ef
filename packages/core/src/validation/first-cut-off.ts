import type { Outcome } from '../schema/outcome.ts';
import { dayMs, parseInstant } from '../schema/time.ts';
import { mustBe } from '../stats/must-be.ts';

/** What standard features look back over at most: before so many days of records, an account seems silent that was not. */
const reachDays = 84;

/** What the first day to look back from follows from; instants in milliseconds. */
export interface RecordsBegin {
  /** When use was first recorded of anybody. */
  readonly firstUse: number;
  readonly outcomes: readonly Outcome[];
  /** `churned` when absent. */
  readonly of?: Outcome['kind'];
  /** In days; 30, 60 and 90 when absent. */
  readonly horizons?: readonly number[];
  readonly knownUntil: number;
}

/**
 * The first day, in milliseconds, from which there is enough to look back over: 84 days after use was first recorded, and
 * no earlier than the farthest horizon before the first outcome written down. Of accounts that had the outcome before,
 * nothing is there, and those that are left would seem never to have it. At most `knownUntil`.
 */
export function firstCutOff({ firstUse, outcomes, of = 'churned', horizons, knownUntil }: RecordsBegin): number {
  mustBe(Number.isFinite(firstUse), 'firstUse', 'an instant in milliseconds', firstUse);
  mustBe(Number.isFinite(knownUntil), 'knownUntil', 'an instant in milliseconds', knownUntil);
  const farthest = Math.max(...(horizons ?? usualHorizons)) * dayMs;
  const first = outcomes.reduce(
    (least, { kind, at }) => (kind === of ? Math.min(least, parseInstant(at)) : least),
    Infinity,
  );
  const recorded = Number.isFinite(first) ? first - farthest : firstUse;
  return Math.min(knownUntil, Math.max(firstUse + reachDays * dayMs, recorded));
}

/** How far ahead is looked where nobody says, in days. */
export const usualHorizons: readonly number[] = [30, 60, 90];
