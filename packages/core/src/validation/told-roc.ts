import type { RocPoint } from '../stats/truth/roc.ts';
import type { BacktestPredictor } from './backtest-report.ts';

/**
 * A curve as a document has it, with thresholds as probabilities of the risks they are. No more than some 100 points:
 * those that lie a hundredth of both ways apart, and the ends.
 */
export function toldRoc(
  points: readonly RocPoint[],
  risk: readonly number[],
  probabilities: readonly number[] | null,
): BacktestPredictor['roc'] {
  const probability = probabilities && probabilityOf(risk, probabilities);
  const kept: RocPoint[] = [];
  points.forEach((point, place) => {
    const before = kept.at(-1);
    const way = before
      ? point.falsePositiveRate - before.falsePositiveRate + point.truePositiveRate - before.truePositiveRate
      : 1;
    if (way >= 0.0205 || place === points.length - 1) kept.push(point);
  });
  return kept.map((point) => ({ ...point, threshold: probability?.get(point.threshold) ?? null }));
}

/** The probability of each risk, where a higher one is never less probable; null where they do not go together. */
function probabilityOf(
  risk: readonly number[],
  probabilities: readonly number[],
): ReadonlyMap<number | null, number> | null {
  const of = (row: number | undefined) => (row === undefined ? 0 : (probabilities[row] as number));
  const order = [...risk.keys()].sort((a, b) => (risk[a] as number) - (risk[b] as number));
  const rises = order.every((row, place) => of(row) >= of(order[place - 1]));
  return rises ? new Map(risk.map((one, row) => [one, of(row)])) : null;
}
