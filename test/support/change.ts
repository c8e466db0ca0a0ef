import type { Contribution, Report } from '@hale/core/report';
import { ready, reportOf } from './reports.ts';
import { before } from './weeks.ts';

const then: Readonly<Record<string, Partial<Contribution>>> = {
  'seat-use': { value: 56 / 60, parts: { part: 56, whole: 60 }, normalized: 100, points: 14 },
  'open-urgent': { value: 0, normalized: 95, points: 9.5 },
  'last-review': { value: 90, normalized: 58, points: 5.8 },
  nps: { status: 'observed', missing: null, value: 30, normalized: 80, effectiveWeight: 0.08, points: 6.4 },
  tags: { effectiveWeight: 0.02, points: 1 },
};

/**
 * Averlund Freight's report of four weeks before `ready()`, with 70.9 points: since then 6.5 went with the customer, and
 * 2.4 with the survey that is observed no more.
 */
export const fourWeeksBefore = (changes: Partial<Report> = {}): Report =>
  reportOf({
    asOf: before(28),
    score: 70.9,
    tier: 'healthy',
    coverage: 1,
    contributions: ready().contributions.map((one) => ({ ...one, ...then[one.id] })),
    ...changes,
  });
