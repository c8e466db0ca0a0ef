import type { BacktestReport } from '@hale/core/validation';

/** What to be careful of, in the document and at every distance, each sentence once. */
export function cautionsOf({ cautions, horizons }: BacktestReport): readonly string[] {
  const all = horizons.flatMap((one) => [...one.cautions, ...one.predictors.flatMap((way) => way.cautions)]);
  return [...new Set([...cautions, ...all].map(({ sentence }) => sentence))];
}
