import type { Model } from '../model/define-model.ts';
import type { HistoryPoint, Override } from '../schema/account.ts';
import type { Trend } from '../schema/report.ts';
import { dayMs, parseInstant, toInstant } from '../schema/time.ts';
import { compareVersions, sameVersion } from '../schema/version.ts';
import { overrideInForce } from '../score/override-in-force.ts';
import { forecastScore } from './forecast-score.ts';

/** Days the change of the score looks back over: 28 when the model does not say. */
export const comparedDays = ({ trend }: Pick<Model, 'trend'>): number => trend?.days ?? 28;

/** Points within which a score counts as steady, when the model does not say. */
const defaultSteady = 2;

/** Points shown at most; older ones are left out. */
const mostPoints = 2000;

/** How long an instant is that has its milliseconds. */
const written = '2026-11-14T09:00:00.000Z'.length;

/** The earlier score may lie this share of the span to either side of the day looked for. */
export const nearEnough = 0.25;

/** The score in force, and, where a person has set it, what the model says by itself. */
type Told = Pick<HistoryPoint, 'score' | 'computed' | 'dimensions'>;

/**
 * The score over time: history before `now` (milliseconds), then today's. The change is that of the computed score,
 * against the one nearest to `days` ago that the same version of the model gave; where none is near, there is no change
 * rather than a wrong one. A point from under one of the `overrides` that does not tell its computed score has none.
 */
export function scoreTrend(
  model: Pick<Model, 'version' | 'trend'>,
  history: readonly (Told & Pick<HistoryPoint, 'at' | 'version'>)[],
  { now, ...today }: Told & { now: number },
  overrides: readonly Override[] = [],
): Trend {
  const days = comparedDays(model);
  const past = history
    .map(({ at, score, computed, version, dimensions }) => ({
      ms: parseInstant(at),
      at,
      score,
      computed,
      version,
      dimensions,
    }))
    .filter(({ ms }) => ms < now)
    .sort((a, b) => a.ms - b.ms || compareVersions(a.version, b.version));
  const points = [...past, { ms: now, at: '', ...today, version: model.version }].slice(-mostPoints);
  // A score by another version of the model is another question's answer: no change is told across it.
  const comparable = past.filter(({ version }) => sameVersion(version, model.version));
  const setting = overrides.filter(({ score }) => score !== undefined);
  const computedOf = ({ ms, ...point }: Told & { ms: number }): number | null =>
    point.computed === undefined && setting.length && overrideInForce(overrides, ms)?.score !== undefined
      ? null
      : own(point);
  const earlier = nearest(comparable, computedOf, now - days * dayMs, days * dayMs * nearEnough);
  const score = own(today);
  const change = score !== null && earlier ? score - earlier.score : null;
  const ahead = model.trend?.forecastDays;
  return {
    points: points.map(({ ms, at, score, computed, version, dimensions }) => {
      // Most are written in full already, and writing is what takes longest.
      const point: Trend['points'][number] = { at: at.length === written ? at : toInstant(ms), score, version };
      if (computed !== undefined) point.computed = computed;
      if (dimensions) point.dimensions = dimensions;
      return point;
    }),
    days,
    earlier: earlier && { at: toInstant(earlier.ms), score: earlier.score },
    change,
    direction: change === null ? null : directionOf(change, model.trend?.steadyWithin ?? defaultSteady),
    ...(ahead !== undefined && {
      forecast: forecastScore(
        [...comparable.map((point) => ({ ms: point.ms, score: computedOf(point) })), { ms: now, score: today.score }],
        ahead,
        today.computed !== undefined,
      ),
    }),
  };
}

const own = ({ score, computed = score }: Told): number | null => computed;

function nearest<P extends { ms: number }>(
  points: readonly P[],
  scoreOf: (point: P) => number | null,
  at: number,
  within: number,
) {
  let best: { ms: number; score: number } | null = null;
  for (const point of points) {
    const away = Math.abs(point.ms - at);
    if (away > within || (best && away >= Math.abs(best.ms - at))) continue;
    const score = scoreOf(point);
    if (score !== null) best = { ms: point.ms, score };
  }
  return best;
}

function directionOf(change: number, steadyWithin: number): 'up' | 'steady' | 'down' {
  if (Math.abs(change) <= steadyWithin) return 'steady';
  return change > 0 ? 'up' : 'down';
}
