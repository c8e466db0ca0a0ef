import type { AccountIndex } from '../measures/account-index.ts';
import { matches, propertyOf } from '../measures/where.ts';
import type { Model } from '../model/define-model.ts';
import type { Activity } from '../schema/report.ts';
import { dayOf } from '../schema/time.ts';
import { type ActivityCell, activityDays, activityGrids } from './activity-grid.ts';

/** The activity grids of an account as of `now` (milliseconds), from its events. */
export function readActivity(model: Model, account: AccountIndex, now: number): Activity | null {
  const span = activityDays(model, now);
  const asked = model.activity;
  if (!asked || !span) return null;
  const cells: ActivityCell[] = [];
  for (const event of account.events(asked.event, span.from, now)) {
    const key = asked.key !== undefined && matches(event, asked.key);
    for (const { property } of asked.by) {
      const id = propertyOf(event, property);
      if (id === null || id === '') continue;
      cells.push({
        by: property,
        id: String(id).slice(0, 200),
        day: dayOf(event.at, model.timeZone ?? null),
        count: event.count,
        key,
      });
    }
  }
  return activityGrids(model, cells, { since: account.since, tracked: account.tracks(asked.event) }, now);
}
