import type { Override } from '@hale/core';
import type { Session } from '../database/session.ts';

/** What people have set by hand, by account id, oldest first; of all accounts when `ids` is absent. */
export async function readOverrides(session: Session, ids?: readonly string[]): Promise<Map<string, Override[]>> {
  const rows = await session.rows<{
    account_id: string;
    score: number | null;
    tier: string | null;
    reason: string;
    author: string;
    at: string;
    expires: string | null;
  }>(
    `SELECT account_id, score, tier, reason, author, "at", expires FROM overrides o
     ${ids ? 'WHERE account_id = ANY($ids)' : ''} ORDER BY account_id, o.at`,
    ids ? { ids } : [],
  );
  const overrides = new Map<string, Override[]>();
  for (const { account_id, score, tier, expires, ...set } of rows) {
    const override = {
      ...set,
      ...(score === null ? {} : { score }),
      ...(tier === null ? {} : { tier }),
      ...(expires === null ? {} : { expires }),
    };
    overrides.set(account_id, [...(overrides.get(account_id) ?? []), override]);
  }
  return overrides;
}
