import { HealthError } from '../errors.ts';
import { toInstant } from '../schema/time.ts';
import type { Measured } from '../stats/truth/measured.ts';
import type { Dataset } from './dataset.ts';
import { encode, learnEncoding } from './encoding.ts';
import { nearDuplicates } from './near-duplicates.ts';
import type { Split } from './split.ts';

/** Something about data that makes a check of it worthless (`refuse`), or may (`warn`). */
export interface Caution {
  readonly code:
    | 'feature-after-cut-off'
    | 'account-on-both-sides'
    | 'label-overlap'
    | 'undated-feature'
    | 'near-duplicates'
    | 'suspicious-auc';
  readonly severity: 'refuse' | 'warn';
  readonly sentence: string;
}

/** What is said by name of columns that were observed after the cut-off, or nobody knows when. What was counted up to it is dated at it. */
export function cautionsOfRows({ columns, rows }: Pick<Dataset, 'columns' | 'rows'>): Caution[] {
  return columns.flatMap((name, column): Caution[] => {
    const known = rows.filter(({ values }) => values[column] !== null && values[column] !== undefined);
    const late = known.filter(({ observed, cutOff }) => (observed[column] ?? -Infinity) > cutOff);
    const undated = known.filter(({ observed }) => (observed[column] ?? null) === null);
    const [first] = late;
    const cautions: Caution[] = [];
    if (first) {
      const at = toInstant(first.observed[column] as number);
      const sentence = `${name} is dated after its cut-off in ${count(late.length, 'row')}, first of account ${first.account}: ${at} is after ${toInstant(first.cutOff)}. It tells of the future; leave it out, or date it rightly.`;
      cautions.push({ code: 'feature-after-cut-off', severity: 'refuse', sentence });
    }
    if (undated.length > 0) {
      const sentence = `${name} has no date in ${count(undated.length, 'row')}: nobody can say that it was so at the cut-off. If it was written later, it tells of the future.`;
      cautions.push({ code: 'undated-feature', severity: 'warn', sentence });
    }
    return cautions;
  });
}

/**
 * What is to be said of a split. `accounts` tells what was meant: `apart`, as in folds, where an account on both sides
 * is refused; or `shared`, as in time, where the same accounts are there earlier and later.
 */
export function cautionsOfSplit(
  { columns, horizon }: Pick<Dataset, 'columns' | 'horizon'>,
  { train, test }: Pick<Split, 'train' | 'test'>,
  accounts: 'apart' | 'shared',
): Caution[] {
  const cautions: Caution[] = [];
  const trained = new Set(train.map(({ account }) => account));
  const both = [...new Set(test.map(({ account }) => account))].filter((account) => trained.has(account));
  if (both.length > 0 && accounts === 'apart') {
    const sentence = `${count(both.length, 'account')} on both sides, such as ${both[0]}: what is learned of an account by heart looks like skill. Split by account.`;
    cautions.push({ code: 'account-on-both-sides', severity: 'refuse', sentence });
  }
  const testFrom = test.reduce((first, { cutOff }) => Math.min(first, cutOff), Infinity);
  const overlap = train.filter(({ cutOff }) => cutOff + horizon > testFrom);
  if (overlap.length > 0 && accounts === 'shared') {
    const sentence = `${count(overlap.length, 'row')} of the training have a horizon that reaches beyond ${toInstant(testFrom)}, where the test begins: their outcomes were not known then. Leave them out.`;
    cautions.push({ code: 'label-overlap', severity: 'refuse', sentence });
  }
  if (accounts === 'apart' && train.length > 0 && test.length > 0) {
    const encoding = learnEncoding({ columns, rows: train });
    const cells = (rows: Split['train']) => rows.map((row) => encode(encoding, row));
    const found = nearDuplicates(cells(train), cells(test));
    if (found !== null && found.share > 0.6) {
      const percent = Math.round(found.share * 100);
      const sentence = `${percent} % of the rows tested lie closer to a row of the training than 1 in 100 would by chance: these may be the same accounts repeated with small changes, and what is learned of them by heart looks like skill. Look for copies, or group them.`;
      cautions.push({ code: 'near-duplicates', severity: 'warn', sentence });
    }
  }
  return cautions;
}

/** What is to be said of an AUC that is too good: above 0.85 is rarer than a mistake. */
export function cautionsOfAuc({ value }: Measured<number>): Caution[] {
  if (value === null || value <= 0.85) return [];
  const sentence = `An AUC of ${value.toFixed(3)} is suspiciously high: ahead of time, 0.70 to 0.78 is what honest work gives. Look for a feature that knows the outcome.`;
  return [{ code: 'suspicious-auc', severity: 'warn', sentence }];
}

/** Throws a HealthError with all that must be refused; hands back the warnings. */
export function refuse(cautions: readonly Caution[]): readonly Caution[] {
  const refused = cautions.filter(({ severity }) => severity === 'refuse');
  if (refused.length > 0)
    throw new HealthError(refused.map(({ code, sentence }) => ({ code, path: '', message: sentence })));
  return cautions;
}

const count = (n: number, what: string): string => `${n.toLocaleString('en-US')} ${what}${n === 1 ? '' : 's'}`;
