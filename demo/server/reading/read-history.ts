import type { HistoryPoint } from '@hale/core';
import type { Session } from '../database/session.ts';

/** The scores given before, oldest first, by account id. */
export async function readHistory(session: Session, ids: readonly string[]): Promise<Map<string, HistoryPoint[]>> {
  const rows = await session.rows<{
    account_id: string;
    at: string;
    score: number | null;
    coverage: number;
    tier: string | null;
    version: string;
    computed: number | null;
    has_computed: boolean;
    dimensions: Record<string, number | null> | null;
    signals: string[] | null;
  }>(
    `SELECT account_id, "at", score, coverage, tier, version, computed, has_computed, dimensions, signals FROM history h
     WHERE account_id = ANY($ids) ORDER BY h.at`,
    { ids },
  );
  const history = new Map<string, HistoryPoint[]>(ids.map((id) => [id, []]));
  for (const { account_id, computed, has_computed, dimensions, signals, ...point } of rows) {
    history.get(account_id)?.push({
      ...point,
      ...(has_computed ? { computed } : {}),
      ...(dimensions ? { dimensions } : {}),
      ...(signals ? { signals } : {}),
    });
  }
  return history;
}
