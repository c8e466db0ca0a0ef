import type { Model } from '../model/define-model.ts';
import type { Activity } from '../schema/report.ts';
import { dayMs, dayOf, startOfDay } from '../schema/time.ts';
import { toMillionths } from '../stats/significant.ts';
import { toLabel } from './say.ts';

/** What one row did on one day. */
export interface ActivityCell {
  /** Which grid it belongs to: the property its rows are told apart by. */
  readonly by: string;
  readonly id: string;
  /** Days since 1970-01-01, in the model's time zone. */
  readonly day: number;
  readonly count: number;
  readonly key: boolean;
}

/** Rows shown at most; the report says how many more there are. */
const mostRows = 50;

const defaultLabels = new Map([
  ['user', 'People'],
  ['feature', 'Features'],
  ['team', 'Teams'],
]);

/** The days a model's grids cover when read at `now` (milliseconds): first day, how many, and the instant the first begins. Null without grids. */
export function activityDays(model: Model, now: number): { first: number; days: number; from: number } | null {
  if (!model.activity) return null;
  const { days } = model.activity;
  const zone = model.timeZone ?? null;
  const first = dayOf(now - 1, zone) - days + 1;
  return { first, days, from: startOfDay(first, zone) };
}

/**
 * Lays cells out as grids, the busiest rows first. Days before the account began are null, not 0.
 * Null when the model has no grids or the event is not recorded.
 */
export function activityGrids(
  model: Model,
  cells: readonly ActivityCell[],
  account: { since: number | null; tracked: boolean },
  now: number,
): Activity | null {
  const span = activityDays(model, now);
  if (!model.activity || !span || !account.tracked) return null;
  const firstSeen =
    account.since === null ? span.first : Math.max(span.first, dayOf(account.since, model.timeZone ?? null));
  const blank = Array.from({ length: span.days }, (_, index) => (span.first + index < firstSeen ? null : 0));

  const grids = model.activity.by.map(({ property, label }) => {
    const rows = new Map<string, { id: string; counts: (number | null)[]; key: (0 | 1)[]; total: number }>();
    for (const cell of cells) {
      const place = cell.day - span.first;
      if (cell.by !== property || place < 0 || place >= span.days) continue;
      const row = rows.get(cell.id) ?? { id: cell.id, counts: [...blank], key: blank.map(() => 0), total: 0 };
      rows.set(cell.id, row);
      row.counts[place] = (row.counts[place] ?? 0) + cell.count;
      row.total += cell.count;
      if (cell.key) row.key[place] = 1;
    }
    const busiest = [...rows.values()].sort(
      (a, b) => toMillionths(b.total) - toMillionths(a.total) || (a.id < b.id ? -1 : 1),
    );
    return {
      by: property,
      label: label ?? defaultLabels.get(property) ?? toLabel(property),
      rows: busiest.slice(0, mostRows).map(({ id, counts, key }) => ({
        id,
        label: toLabel(id),
        // A sum too large for a number is not known.
        counts: counts.map((count) => (count !== null && Number.isFinite(count) ? toMillionths(count) : null)),
        key,
      })),
      more: Math.max(0, busiest.length - mostRows),
    };
  });
  return {
    start: new Date(span.first * dayMs).toISOString().slice(0, 10),
    days: span.days,
    grids: grids.filter(({ rows }) => rows.length > 0),
  };
}
