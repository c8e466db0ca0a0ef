import type { BacktestHorizon } from '@hale/core/validation';
import type { Copies } from './copies.ts';

type Ways = BacktestHorizon['predictors'];

/** The ways to tell, in the order of the columns. */
const ways: readonly Ways[number]['id'][] = ['score', 'equal-weights', 'logistic', 'hazard', 'bg-bb'];

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The two lines above the figures. */
export const heading: readonly string[] = [
  line([
    'set',
    'who is asked about, and what',
    'rows, with the outcome',
    'health score',
    'equal weights',
    'logistic regression',
    'hazard',
    'BG/BB',
    'verdict',
  ]),
  `|${'---|'.repeat(9)}`,
];

const counts = (rows: number, happened: number): string =>
  [rows, happened].map((count) => count.toLocaleString('en-US')).join(', ');

const figure = (value: number, { low, high }: { readonly low: number; readonly high: number }): string =>
  `${value.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;

/** One line of the table: each way's AUC with the 95 % interval of draws of whole accounts, and what they come to. */
export function rowOf(set: string, asked: string, { test, predictors, adoption }: BacktestHorizon): string {
  const cells = ways.map((way) => {
    const found = predictors.find(({ id }) => id === way);
    return found?.auc && found.aucByAccount ? figure(found.auc.value, found.aucByAccount) : '–';
  });
  const used = adoption?.adopted ? 'skill; what is learned is used' : 'skill; equal weights stay';
  const verdict = predictors.some(({ skill }) => skill.useful) ? used : 'no useful skill';
  return line([set, asked, counts(test.rows, test.happened), ...cells, verdict]);
}

/** The line of a set without time, of which only a logistic regression is made: it is about the guard. */
export function rowOfCopies(set: string, asked: string, { rows, happened, auc, cautions }: Copies): string {
  const verdict = cautions.map(({ code }) => code).join(', ') || 'no guard is set off';
  return line([
    set,
    asked,
    counts(rows, happened),
    '–',
    '–',
    figure(auc.value, auc),
    '–',
    '–',
    `warned of: ${verdict}`,
  ]);
}
