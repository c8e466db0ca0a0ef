import type { BacktestHorizon, BacktestPredictor, BacktestReport, BacktestSlice } from '@hale/core/validation';
import type { Terminal } from '../terminal/terminal.ts';
import { cautionsOf } from './cautions-of.ts';

/** A backtest in lines for people: the verdict, what it rests on at each distance, for whom, and what to do about weights. */
export async function tellBacktest(report: BacktestReport, { write, paint }: Terminal): Promise<void> {
  const { verdict, horizons, horizonDays, weights, title, model, accounts } = report;
  const line = (text = '') => write(`${text}\n`);
  const of = model ? `${model.id} ${model.version} on ${title}` : title;
  await line(paint('bold', `${of}: ${accounts.toLocaleString('en')} accounts, ${report.outcome} ahead of time`));
  await line(paint(verdict.useful ? 'green' : 'yellow', verdict.sentence));
  for (const horizon of horizons) {
    await line();
    for (const text of linesOf(horizon)) await line(text);
  }
  const main = horizons.find(({ days }) => days === horizonDays);
  const [first] = main?.predictors ?? [];
  const slices = [...(first?.segments ?? []), ...(first?.stages ?? [])];
  if (first && slices.length > 0) {
    await line();
    await line(`${first.label}, ${horizonDays} days ahead, by segment and stage`);
    const width = Math.max(...slices.map(({ label }) => label.length));
    for (const slice of slices) await line(`  ${slice.label.padEnd(width)}  ${sliceIn(slice)}`);
  }
  if (main?.adoption) {
    await line();
    await line(main.adoption.sentence);
  }
  if (weights) {
    await line();
    await line(weights.advice);
  }
  for (const sentence of cautionsOf(report)) await line(`${paint('yellow', 'warning')}: ${sentence}`);
}

function linesOf({ days, testFrom, training, test, predictors }: BacktestHorizon): string[] {
  const rate = test.baseRate === null ? '' : `, ${percent(test.baseRate)} of rows`;
  const count = `${test.rows.toLocaleString('en')} rows, ${test.outcomes.toLocaleString('en')} accounts with the outcome${rate}`;
  const since =
    testFrom === null
      ? 'too few days to learn from and to test on'
      : `learned from ${training.rows.toLocaleString('en')} rows, tested from ${testFrom.slice(0, 10)} on`;
  const width = Math.max(0, ...predictors.map(({ label }) => label.length));
  return [
    `${days} days ahead: ${count}; ${since}`,
    ...(predictors.length > 0
      ? [`  ${''.padEnd(width)}  AUC    95 %             Brier skill  False alarms  Missed  Warnings right`]
      : []),
    ...predictors.map((one) => `  ${one.label.padEnd(width)}  ${predictorIn(one)}`),
  ];
}

function predictorIn({ auc, aucByAccount, brierSkill, warned }: BacktestPredictor): string {
  const interval = aucByAccount ? `${aucByAccount.low.toFixed(3)} to ${aucByAccount.high.toFixed(3)}` : 'none';
  const cells = [
    (auc ? auc.value.toFixed(3) : 'none').padEnd(6),
    interval.padEnd(16),
    (brierSkill === null ? 'none' : signed(brierSkill)).padEnd(12),
    percent(warned.falsePositiveRate).padEnd(13),
    percent(warned.falseNegativeRate).padEnd(7),
    percent(warned.precision),
  ];
  return cells.join(' ').trimEnd();
}

function sliceIn({ auc, rows, happened, warned, reason }: BacktestSlice): string {
  const skill = auc ? `AUC ${auc.value.toFixed(2)} (${auc.low.toFixed(2)} to ${auc.high.toFixed(2)})` : (reason ?? '');
  const missed = warned.falseNegativeRate === null ? '' : `, ${percent(warned.falseNegativeRate)} missed`;
  return `${rows.toLocaleString('en')} rows, ${happened} with the outcome${missed}; ${skill}`;
}

const percent = (share: number | null): string => (share === null ? 'none' : `${(100 * share).toFixed(1)} %`);
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
