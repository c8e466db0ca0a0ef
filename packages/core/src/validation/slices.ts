import { areaByGroup } from '../stats/resample/area-by-group.ts';
import type { Resampling } from '../stats/resample/bootstrap.ts';
import type { AucInterval } from '../stats/truth/auc-interval.ts';
import type { BacktestPredictor, BacktestSlice } from './backtest-report.ts';
import type { Said } from './said.ts';
import { warnedOf } from './warned.ts';

/** Segments and stages of a model, for people. */
export interface Groupings {
  readonly segments: readonly { readonly id: string; readonly label: string }[];
  readonly stages: readonly { readonly id: string; readonly label: string }[];
}

/** An AUC and its interval as a document has them. */
export const areaOf = ({
  auc: value,
  low,
  high,
  standardError,
}: AucInterval): NonNullable<BacktestPredictor['auc']> => ({
  value,
  low,
  high,
  standardError,
});

/** How a predictor did in each segment or stage, those that accounts were in at the cut-offs, and on those in none. */
export function slicesOf(
  { rows, risk, warned }: Said,
  groups: Groupings['segments'],
  which: 'segment' | 'stage',
  resampling: () => Resampling,
): BacktestSlice[] {
  if (groups.length === 0) return [];
  return [...groups, { id: null, label: 'None of these' }].flatMap(({ id, label }): BacktestSlice[] => {
    const own = [...rows.keys()].filter((row) => (rows[row]?.standing?.[which] ?? null) === id);
    if (own.length === 0 && id === null) return [];
    const happened = own.map((row) => rows[row]?.happened === true);
    const accounts = own.map((row) => rows[row]?.account as string);
    const risks = own.map((row) => risk[row] as number);
    const { value, reason } = areaByGroup(accounts, happened, risks, resampling());
    const hits = happened.filter(Boolean).length;
    return [
      {
        id,
        label,
        rows: own.length,
        accounts: new Set(accounts).size,
        happened: hits,
        baseRate: own.length > 0 ? hits / own.length : null,
        auc: value && areaOf(value),
        reason: reason?.sentence ?? null,
        warned: warnedOf(
          happened,
          own.map((row) => warned[row] === true),
        ),
      },
    ];
  });
}
