import type { Model } from '../model/define-model.ts';
import type { HistoryPoint } from '../schema/account.ts';
import type { Trend } from '../schema/report.ts';
import { dayMs, parseInstant, toInstant } from '../schema/time.ts';
import { sameVersion } from '../schema/version.ts';

/** Days the change of the score looks back over, when the model does not say. */
const defaultDays = 28;

/** Points within which a score counts as steady, when the model does not say. */
const defaultSteady = 2;

/** Points shown at most; older ones are left out. */
const mostPoints = 2000;

/** How long an instant is that has its milliseconds. */
const written = '2026-11-14T09:00:00.000Z'.length;

/** The earlier score may lie this share of the span to either side of the day looked for. */
const nearEnough = 0.25;

/**
 * The score over time: history before `now` (milliseconds), then today's. The change is against the score
 * nearest to `days` ago that the same version of the model gave; where none is near, there is no change rather than a
 * wrong one.
 */
export function scoreTrend(
  model: Pick<Model, 'version' | 'trend'>,
  history: readonly Pick<HistoryPoint, 'at' | 'score' | 'version' | 'dimensions'>[],
  today: { score: number | null; dimensions?: Readonly<Record<string, number | null>>; now: number },
): Trend {
  const { score, dimensions, now } = today;
  const days = model.trend?.days ?? defaultDays;
  const past = history
    .map(({ at, score, version, dimensions }) => ({ ms: parseInstant(at), at, score, version, dimensions }))
    .filter(({ ms }) => ms < now)
    .sort((a, b) => a.ms - b.ms);
  const points = [...past, { ms: now, at: '', score, version: model.version, dimensions }].slice(-mostPoints);
  // A score by another version of the model is another question's answer: no change is told across it.
  const comparable = past.filter(({ version }) => sameVersion(version, model.version));
  const earlier = nearest(comparable, now - days * dayMs, days * dayMs * nearEnough);
  const change = score !== null && earlier ? score - earlier.score : null;
  return {
    points: points.map(({ ms, at, score, version, dimensions }) => {
      // Most are written in full already, and writing is what takes longest.
      const point = { at: at.length === written ? at : toInstant(ms), score, version };
      return dimensions ? { ...point, dimensions } : point;
    }),
    days,
    earlier: earlier && { at: toInstant(earlier.ms), score: earlier.score },
    change,
    direction: change === null ? null : directionOf(change, model.trend?.steadyWithin ?? defaultSteady),
  };
}

function nearest(points: readonly { ms: number; score: number | null }[], at: number, within: number) {
  let best: { ms: number; score: number } | null = null;
  for (const { ms, score } of points) {
    const away = Math.abs(ms - at);
    if (score === null || away > within) continue;
    if (!best || away < Math.abs(best.ms - at)) best = { ms, score };
  }
  return best;
}

function directionOf(change: number, steadyWithin: number): 'up' | 'steady' | 'down' {
  if (Math.abs(change) <= steadyWithin) return 'steady';
  return change > 0 ? 'up' : 'down';
}
