import type { BacktestPredictor } from './backtest-report.ts';
import type { StandingRow } from './gather-rows.ts';

/** What a predictor said of later rows. */
export interface Said extends Pick<BacktestPredictor, 'id' | 'label' | 'explains' | 'threshold'> {
  readonly rows: readonly StandingRow[];
  /** For each row, higher is likelier. */
  readonly risk: readonly number[];
  /** The same as probabilities; null where nothing was there to learn them from. */
  readonly probabilities: readonly number[] | null;
  readonly warned: readonly boolean[];
}
