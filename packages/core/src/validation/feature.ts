import type { AccountIndex } from '../measures/account-index.ts';
import type { Observation } from '../measures/measure-kind.ts';
import { dayMs } from '../schema/calendar.ts';
import type { Direction } from '../stats/fit/equal-weights.ts';

interface Named {
  /** Names the column. */
  readonly id: string;
  /** What a person expects before anything is learned: 1 where more of it makes the outcome likelier. */
  readonly direction: Direction;
}

/** A measure of the data as of a day, or, with `log`, ln(1 + it) where it is 0 or more. */
export interface MeasureFeature extends Named {
  readonly measure: string;
  readonly log?: true;
}

/** In how many of the last `activeWeeks` weeks, each of seven days up to the cut-off, an event happened. */
export interface ActiveWeeksFeature extends Named {
  readonly event: string;
  readonly activeWeeks: number;
}

/** 1 where a fact, such as the plan, has a value, 0 where it has another; missing where there is none. */
export interface FactFeature extends Named {
  readonly fact: string;
  readonly is: string | number | boolean;
}

/** A fact whose values are words, such as the plan: each level that those trained on have becomes a column. */
export interface LevelsFeature extends Named {
  readonly fact: string;
  readonly levels: true;
  readonly direction: 0;
}

/** One thing that is known of an account as of a day. */
export type Feature = MeasureFeature | ActiveWeeksFeature | FactFeature | LevelsFeature;

/** What a feature is, and when it was observed, in milliseconds; null where it is missing or nobody knows. */
export interface FeatureReading {
  readonly value: number | string | null;
  readonly at: number | null;
}

/** The length of the weeks that activity is counted in, in milliseconds. */
export const weekMs = 7 * dayMs;

/** What a feature is, with when it was observed, on an account as of `cutOff`, of which the measures have been read. */
export function readFeature(
  feature: Feature,
  account: AccountIndex,
  cutOff: number,
  observations: ReadonlyMap<string, Observation>,
): FeatureReading {
  if ('measure' in feature) {
    const { value, at } = observations.get(feature.measure) ?? { value: null, at: null };
    if (feature.log === undefined || value === null) return { value, at };
    return { value: value < 0 ? null : Math.log1p(value), at };
  }
  if ('fact' in feature) {
    const found = account.fact(feature.fact, cutOff);
    if (!found || found.value === null) return { value: null, at: null };
    return { value: 'is' in feature ? Number(found.value === feature.is) : String(found.value), at: found.at };
  }
  if (!account.tracks(feature.event)) return { value: null, at: null };
  const events = account.events(feature.event, cutOff - feature.activeWeeks * weekMs, cutOff);
  return { value: new Set(events.map(({ at }) => Math.ceil((cutOff - at) / weekMs))).size, at: cutOff };
}
