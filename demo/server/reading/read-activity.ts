import { type AccountReading, activityGrids, type Model } from '@hale/core';
import { compileActivity } from '@hale/core/sql';
import type { Session } from '../database/session.ts';
import type { AccountRow } from './account-row.ts';
import { grouped } from './grouped.ts';

/** The activity grids of many accounts as of `now` (milliseconds), by account id; none where the model has no grids. */
export async function readActivity(
  session: Session,
  model: Model,
  accounts: readonly AccountRow[],
  now: number,
): Promise<Map<string, AccountReading['activity']>> {
  const statement = compileActivity(model, session.dialect, { now, accounts: accounts.map(({ id }) => id) });
  const event = model.activity?.event;
  if (!statement || event === undefined) return new Map();
  const rows = await session.rows(statement.text, statement.values);
  const cells = grouped(rows, statement.accountOf);
  return new Map(
    accounts.map(({ id, since, tracked }) => {
      const ofAccount = (cells.get(id) ?? []).map(statement.cellOf);
      return [id, activityGrids(model, ofAccount, { since, tracked: tracked?.includes(event) ?? true }, now)];
    }),
  );
}
