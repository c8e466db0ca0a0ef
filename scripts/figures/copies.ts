import {
  aucInterval,
  type Caution,
  cautionsOfSplit,
  foldsByAccount,
  logisticRegression,
  predictLogistic,
} from '@hale/core/validation';
import { tableRows } from './real-sets.ts';

/** What comes of a table whose rows are taken for accounts and split by chance: there is no time in it. */
export interface Copies {
  readonly rows: number;
  readonly happened: number;
  readonly auc: { readonly value: number; readonly low: number; readonly high: number };
  readonly cautions: readonly Caution[];
}

/** The Iranian set, where about fifty customers come sixty-three times with small changes. */
export function copies(): Copies {
  const columns = Array.from({ length: 13 }, (_, column) => column);
  const [split] = foldsByAccount({ rows: tableRows('iranian-churn/Customer_Churn.csv', columns) }, 2);
  if (!split) throw new Error('Two folds make one split at least.');
  const cells = (rows: typeof split.train) => rows.map(({ values }) => values.map(Number));
  const happened = split.test.map((row) => row.happened);
  const { value: fit } = logisticRegression(
    cells(split.train),
    split.train.map((row) => row.happened),
    { lambda: 10 },
  );
  const said =
    fit &&
    aucInterval(
      happened,
      cells(split.test).map((row) => predictLogistic(fit, row).probability),
    ).value;
  if (!said) throw new Error('Nothing can be learned of the Iranian set.');
  return {
    rows: split.test.length,
    happened: happened.filter(Boolean).length,
    auc: { value: said.auc, low: said.low, high: said.high },
    cautions: cautionsOfSplit({ columns: columns.map((column) => `column ${column}`), horizon: 1 }, split, 'apart'),
  };
}
