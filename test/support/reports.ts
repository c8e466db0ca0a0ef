import type { Report } from '@hale/core/report';
import { averlund } from './averlund.ts';
import { before } from './weeks.ts';

/** A report like Averlund Freight's with some of it changed. */
export function reportOf(changes: Partial<Report> = {}): Report {
  return { ...structuredClone(averlund), ...changes };
}

/** 62, Watch, down 12 in 28 days, 92 % observed. */
export const ready = (): Report => reportOf();

/** The same report with a forecast of four weeks, 60 to 54, or with some of it changed. */
export function foreseen(report: Report = ready(), changes: object = {}): Report {
  const points = [0, 1, 2, 3].map((week) => ({
    at: new Date(Date.parse(report.asOf) + (week + 1) * 7 * 86_400_000).toISOString(),
    score: 60 - 2 * week,
    low: 57 - 4 * week,
    high: 63 + week,
  }));
  const forecast = { days: 28, confidence: 0.8, reason: null, points, basis: null, ...changes };
  return { ...report, trend: { ...report.trend, forecast } };
}

/** 66, Watch, with 58 % observed: it could be 38 to 80. */
export const partial = (): Report =>
  reportOf({
    score: 66,
    coverage: 0.58,
    possible: { low: 38, high: 80 },
    contributions: averlund.contributions.map((metric) => ({
      ...metric,
      normalized: metric.normalized && (metric.normalized * 66) / 62,
      points: metric.points && (metric.points * 66) / 62,
    })),
    trend: { ...averlund.trend, change: -8 },
  });

/** No score: 31 % observed where 50 % is needed. */
export const notEnough = (): Report =>
  reportOf({
    score: null,
    tier: null,
    coverage: 0.31,
    possible: null,
    reason: { code: 'low-coverage', sentence: '31% of the weight was observed; the model needs 50%.' },
    contributions: averlund.contributions.map((metric) => ({ ...metric, points: null })),
    dimensions: averlund.dimensions.map((each) => ({ ...each, points: null })),
    trend: { ...averlund.trend, points: [], earlier: null, change: null, direction: null },
  });

/** No score, and nothing observed: a new account. */
export const nothingYet = (): Report =>
  reportOf({
    score: null,
    tier: null,
    coverage: 0,
    possible: null,
    reason: { code: 'no-data', sentence: 'Nothing has been observed yet.' },
    dimensions: [],
    contributions: [],
    activity: null,
    signals: [],
    playbooks: [],
    trend: { ...averlund.trend, points: [], earlier: null, change: null, direction: null },
  });

/** 94, Thriving, on a scale of four tiers, up 6 in 28 days; nothing is wrong. */
export const thriving = (): Report =>
  reportOf({
    account: { id: 'marrowby', name: 'Marrowby Tools' },
    score: 94,
    tier: 'thriving',
    tiers: [...averlund.tiers, { id: 'thriving', label: 'Thriving', from: 85, tone: 'thriving' }],
    coverage: 1,
    possible: { low: 94, high: 94 },
    contributions: averlund.contributions
      .filter((metric) => metric.effectiveWeight > 0)
      .map((metric) => ({ ...metric, normalized: 94, points: metric.effectiveWeight * 94 })),
    signals: averlund.signals.filter((signal) => signal.effect === 'growth'),
    playbooks: [],
    trend: {
      ...averlund.trend,
      points: averlund.trend.points.map((point, week) => ({ ...point, score: point.score && 72 + (week * 22) / 52 })),
      earlier: { at: before(28), score: 88 },
      change: 6,
      direction: 'up',
    },
  });

/** Reports no source would let through; a page may still hand them to a widget. Each with what it is. */
export const hostile: readonly (readonly [string, unknown])[] = [
  ['text', 'score: 62'],
  ['a number', 62],
  ['a list', [ready()]],
  ['an empty object', {}],
  ['another version', { ...ready(), schema: 'hale.report/2' }],
  ['a score beyond the scale', { ...ready(), score: 1e308 }],
  ['a score that is not a number', { ...ready(), score: '62' }],
  ['NaN', { ...ready(), score: Number.NaN }],
  ['nulls throughout', Object.fromEntries(Object.keys(ready()).map((key) => [key, null]))],
  ['numbers throughout', Object.fromEntries(Object.keys(ready()).map((key) => [key, key === 'score' ? 62 : 7]))],
  [
    'lists of the wrong things',
    { ...ready(), tiers: [null, 1, 'a', {}], contributions: [null, [], 3], signals: [null, 'x'], dimensions: 'none' },
  ],
  [
    'endless lists',
    { ...ready(), contributions: new Array(200_000).fill({ label: 'x', points: 0, effectiveWeight: 0 }) },
  ],
  ['endless names', { ...ready(), account: { id: 'x', name: 'A'.repeat(100_000) } }],
  ['markup for a name', { ...ready(), account: { id: 'x', name: '<img src=x onerror=alert(1)>' } }],
  ['text that runs the other way', { ...ready(), account: { id: 'x', name: '\u202eAcme\u2066' } }],
  ['dates that are none', { ...ready(), asOf: 'yesterday', trend: { points: [{ at: 'x', score: 4 }], days: -1 } }],
  [
    'a getter that throws',
    Object.defineProperty({ ...ready() }, 'trend', {
      get() {
        throw new Error('not today');
      },
    }),
  ],
];
