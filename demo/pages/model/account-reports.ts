import { type Account, buildReport, type HistoryPoint, type Model, type Report } from '@hale/core';

const week = 7 * 86_400_000;
/** Weeks of scores that are given in the page where none are kept. */
const weeks = 13;

/**
 * The weekly scores an account had under a model: those kept, where it is the model they were kept with; otherwise each
 * is scored here, as of its week, from what was recorded until then.
 */
export function historyUnder(model: Model, account: Account, isOwn: boolean, now: number): HistoryPoint[] {
  if (isOwn) return (account.history ?? []).filter(({ at }) => Date.parse(at) < now);
  const since = Date.parse(account.since ?? '') || Number.NEGATIVE_INFINITY;
  const history: HistoryPoint[] = [];
  for (let back = weeks; back >= 1; back--) {
    const at = now - back * week;
    if (at < since) continue;
    const report = reportAt(model, account, history, at);
    history.push({
      at: report.asOf,
      score: report.score,
      ...(report.override && report.override.score !== null ? { computed: report.override.computed.score } : {}),
      coverage: report.coverage,
      tier: report.tier,
      version: report.model.version,
      dimensions: Object.fromEntries(report.dimensions.map(({ id, score }) => [id, score])),
      signals: report.signals.map(({ id }) => id),
    });
  }
  return history;
}

/** The report of an account at an instant (milliseconds), with what was scored before it. */
export function reportAt(model: Model, account: Account, history: readonly HistoryPoint[], at: number): Report {
  const before = history.filter((point) => Date.parse(point.at) < at);
  return buildReport(model, { ...account, history: before }, { now: new Date(at) });
}
