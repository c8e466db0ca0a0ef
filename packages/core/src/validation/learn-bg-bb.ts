import { type BgBb, bgBb, type OnOffHistory } from '../stats/fit/bg-bb.ts';
import { bgBbOutlook } from '../stats/fit/bg-bb-outlook.ts';
import type { StandingRow } from './gather-rows.ts';
import { learnLogistic } from './learn-logistic.ts';
import type { Recalibrated } from './learned.ts';

/** The one column of rows that BG/BB looks at. */
const expectedColumn = 'expected active weeks';

/** What BG/BB learned of weeks with and without activity, and what so many expected weeks came to. */
export interface LearnedBgBb extends Recalibrated {
  readonly model: BgBb;
  /** The active weeks to come, by what was seen; null where nothing was. */
  readonly expected: (history: OnOffHistory | null) => number | null;
}

/** The whole weeks of a horizon, at least one. */
export const weeksAhead = (horizonDays: number): number => Math.max(1, Math.round(horizonDays / 7));

/**
 * The beta-geometric/beta-Bernoulli model of the last row of each account, and a logistic regression of the outcome on
 * the active weeks it expects in the horizon. Null where there is no history, or one outcome only.
 */
export function learnBgBb(rows: readonly StandingRow[], weeks: number): LearnedBgBb | null {
  const last = new Map(rows.map(({ account, life }) => [account, life.onOff]));
  const { value: model } = bgBb([...last.values()].filter((history) => history !== null));
  if (!model) return null;
  const expected = expectedWeeks(model, weeks);
  const bare = rows.map(({ life, ...row }) => ({ ...row, values: [expected(life.onOff)] }));
  const learned = learnLogistic([expectedColumn], bare);
  return learned && { ...learned, model, expected };
}

/** In how many of the coming weeks an account is active on average, by its history; null without one. */
export function expectedWeeks(model: BgBb, weeks: number): (history: OnOffHistory | null) => number | null {
  const known = new Map<string, number>();
  return (history) => {
    if (!history) return null;
    const key = `${history.periods} ${history.last} ${history.active}`;
    const expected = known.get(key) ?? bgBbOutlook(model, history, weeks).expected;
    known.set(key, expected);
    return expected;
  };
}
