import { mustBe } from '../stats/must-be.ts';
import type { DataRow, Dataset } from './dataset.ts';
import { mix } from './mix.ts';

/** Rows to learn from, and rows to see how that did. */
export interface Split<Row extends DataRow = DataRow> {
  readonly train: readonly Row[];
  readonly test: readonly Row[];
  /** Rows in neither, since their horizon reaches into the time of the test. */
  readonly between: number;
}

/**
 * Splits by time: rows whose horizon has ended by `testFrom`, in milliseconds, to learn from; rows with a cut-off at or
 * after it to see how that did. What lies between would tell the training of the time of the test, and is in neither.
 */
export function splitByTime<Row extends DataRow>({ rows, horizon }: Dataset<Row>, testFrom: number): Split<Row> {
  mustBe(Number.isFinite(testFrom), 'testFrom', 'an instant in milliseconds', testFrom);
  const train = rows.filter(({ cutOff }) => cutOff + horizon <= testFrom);
  const test = rows.filter(({ cutOff }) => cutOff >= testFrom);
  return { train, test, between: rows.length - train.length - test.length };
}

/**
 * Splits by account into `folds` parts of about one size, each in turn the test: no account is ever on both sides.
 * Which fold an account is in follows from its id alone, so that it stays there when others come and go.
 */
export function foldsByAccount<Row extends DataRow>(
  { rows }: Pick<Dataset<Row>, 'rows'>,
  folds: number,
): readonly Split<Row>[] {
  mustBe(Number.isInteger(folds) && folds >= 2 && folds <= 100, 'folds', 'a whole number from 2 to 100', folds);
  const foldOf = new Map(rows.map(({ account }) => [account, hash(account) % folds]));
  return Array.from({ length: folds }, (_, fold) => ({
    train: rows.filter(({ account }) => foldOf.get(account) !== fold),
    test: rows.filter(({ account }) => foldOf.get(account) === fold),
    between: 0,
  }));
}

/** FNV-1a over UTF-16 units, mixed once more so that ids that differ at their end only part as well. */
function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) mixed = Math.imul(mixed ^ text.charCodeAt(place), 0x01000193);
  return mix(mixed);
}
