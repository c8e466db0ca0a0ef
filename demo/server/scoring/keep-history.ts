import type { HistoryPoint, Model } from '@hale/core';
import type { Transaction } from '../database/session.ts';

/** Adds points, by account id, to the history that is kept. */
export async function keepHistory(
  transaction: Transaction,
  model: Model,
  scored: ReadonlyMap<string, readonly HistoryPoint[]>,
): Promise<void> {
  const history = await transaction.append('history');
  for (const [account_id, points] of scored) {
    for (const { at, computed, dimensions = null, signals = null, ...point } of points) {
      const own = { computed: computed ?? null, has_computed: computed !== undefined };
      history.add({ account_id, model_id: model.id, ...point, ...own, at: Date.parse(at), dimensions, signals });
    }
  }
  history.close();
}
