import type { HistoryPoint, Report } from '@hale/core';

/** What is kept of a report when the next one is made. */
export function historyPoint(report: Report): HistoryPoint {
  return {
    at: report.asOf,
    score: report.score,
    ...(report.override && report.override.score !== null ? { computed: report.override.computed.score } : {}),
    coverage: report.coverage,
    tier: report.tier,
    version: report.model.version,
    dimensions: Object.fromEntries(report.dimensions.map(({ id, score }) => [id, score])),
    signals: report.signals.map(({ id }) => id),
  };
}
