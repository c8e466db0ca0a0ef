import type { Forecast } from '../schema/report.ts';
import { dayMs, toInstant } from '../schema/time.ts';
import { theilSen } from '../stats/theil-sen.ts';

/** A score that the model gave, at an instant in milliseconds. */
interface Scored {
  readonly ms: number;
  readonly score: number | null;
}

const week = 7 * dayMs;

/** A line is laid through so many weeks, of which so many must be known. */
const [fitted, least] = [13, 8];

/** It is tried from this many earlier weeks at least, of the last year. */
const [trials, year] = [9, 52];

/** A line must be off by this share, at most, of what today's score is off by. */
const better = 0.9;

/**
 * Of an account's own past errors the place that an interval reaches to. It is stated as 80 %: a line that is shown since
 * it did well on the past does somewhat worse on what comes.
 */
const [reached, confidence] = [0.9, 0.8];

/**
 * Where the score is likely to be over the next `days`: the last of the `points` (oldest first, the last one today's, by
 * one version of the model) carried on by the slope of Theil and Sen through the last 13 weeks. The same is tried from
 * every earlier week of a year. The interval at a lead is what nine in ten of those trials kept to, and never narrower
 * than at a shorter lead. Where the line was not at least a tenth nearer than "as today", at the horizon and over all, or
 * could be tried from fewer than nine weeks, there is none, and the reason.
 */
export function forecastScore(points: readonly Scored[], days: number, isSetByHand: boolean): Forecast {
  const horizon = Math.ceil(days / 7);
  const today = points.at(-1);
  const none = (code: NonNullable<Forecast['reason']>['code'], sentence: string): Forecast => ({
    days,
    confidence,
    reason: { code, sentence },
    points: [],
    basis: null,
  });
  if (!today || today.score === null) return none('no-score', 'There is no score to go on from.');
  if (isSetByHand) return none('set-by-hand', 'The score is set by hand.');
  const weeks = weeksOf(points, today.ms);
  const errors = tried(weeks, horizon);
  const needed = least - 1 + horizon + trials;
  const slope = slopeAt(weeks, 0);
  const known = weeks.filter((score) => score !== null).length;
  const atHorizon = errors[horizon - 1] ?? [];
  if (slope === null || atHorizon.length < trials) {
    return none(
      'too-few-points',
      `It takes at least ${needed} weeks of scores by one version of the model; ${known} of the last ${year + 1} are known.`,
    );
  }
  const basis = {
    from: toInstant(today.ms - weeks.findLastIndex((score) => score !== null) * week),
    weeks: known,
    trials: atHorizon.length,
    error: mean(atHorizon, 'line'),
    errorAsToday: mean(atHorizon, 'same'),
  };
  const all = errors.flat();
  if (basis.error > better * basis.errorAsToday || mean(all, 'line') >= better * mean(all, 'same')) {
    const [line, same] = [basis.error.toFixed(1), basis.errorAsToday.toFixed(1)];
    return {
      ...none(
        'no-better-than-today',
        `Over ${days} days of this account's past a line was off by ${line} points on average, and staying the same by ${same}.`,
      ),
      basis,
    };
  }
  let reach = 0;
  const { ms, score } = today;
  return {
    days,
    confidence,
    reason: null,
    points: errors.map((trial, before) => {
      const lead = Math.min((before + 1) * 7, days);
      reach = Math.max(reach, place(trial.map(({ line }) => line)));
      const [middle, at] = [score + (slope * lead) / 7, ms + lead * dayMs];
      return { at: toInstant(at), score: held(middle), low: held(middle - reach), high: held(middle + reach) };
    }),
    basis,
  };
}

/** The score of each week back from an instant, the newest first: its last known one. */
function weeksOf(points: readonly Scored[], now: number): (number | null)[] {
  const weeks: (number | null)[] = Array(year + 1).fill(null);
  for (const { ms, score } of points) {
    const ago = Math.floor((now - ms) / week);
    if (score !== null && ago <= year) weeks[ago] = score;
  }
  return weeks;
}

/** Points a week, by a line through the 13 weeks that end `ago` weeks ago; null where too few are known. */
function slopeAt(weeks: readonly (number | null)[], ago: number): number | null {
  const known = weeks.flatMap((score, x) =>
    score === null || x < ago || x >= ago + fitted ? [] : [[-x, score] as const],
  );
  return weeks[ago] === null || known.length < least ? null : (theilSen(known)?.slope ?? null);
}

/** By how many points a line, and the same score again, were off. */
interface Trial {
  readonly line: number;
  readonly same: number;
}

/** For each lead in weeks, from 1 on, how far off an earlier week's line was. */
function tried(weeks: readonly (number | null)[], horizon: number): Trial[][] {
  const errors: Trial[][] = Array.from({ length: horizon }, () => []);
  // From weeks on which a whole quarter looks back.
  for (let ago = 1; ago <= year + 1 - fitted; ago++) {
    const [from, slope] = [weeks[ago] ?? null, slopeAt(weeks, ago)];
    if (from === null || slope === null) continue;
    for (let lead = 1; lead <= Math.min(horizon, ago); lead++) {
      const came = weeks[ago - lead] ?? null;
      if (came === null) continue;
      const line = Math.abs(came - held(from + slope * lead));
      errors[lead - 1]?.push({ line, same: Math.abs(came - from) });
    }
  }
  return errors;
}

const mean = (trials: readonly Trial[], of: keyof Trial): number =>
  trials.reduce((sum, trial) => sum + trial[of], 0) / trials.length;

/** The least error that so many in ten kept to, counting one more that is greater than all. */
const place = (errors: number[]): number =>
  errors.sort((a, b) => a - b)[Math.min(errors.length, Math.ceil((errors.length + 1) * reached)) - 1] ?? 0;

const held = (score: number): number => Math.max(0, Math.min(100, score));
