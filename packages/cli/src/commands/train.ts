import { cautionsOf } from '../backtest/cautions-of.ts';
import { writeDocument } from '../backtest/write-document.ts';
import { exitCodes } from '../terminal/exit-codes.ts';
import { UsageError } from '../terminal/fault.ts';
import { aboutBacktests, backtestOptions } from './backtest-options.ts';
import { distanceOption, makeBacktest, pageOption, readDistance } from './backtest-outputs.ts';
import { defineCommand } from './command.ts';
import { aboutFiles } from './inputs.ts';

/** `hale train`: what can be learned of outcomes, where it is worth using. */
export const train = defineCommand({
  name: 'train',
  summary: 'learns from outcomes what is likely to come, and writes a predictor if it is worth using',
  takes: '--accounts FILE --events FILE --outcomes FILE --out FILE [options]',
  about: `${aboutBacktests} A predictor is written where
50 accounts or more had the outcome and what was learned ranks the later part better than equal
weights do, by more than chance, and with useful skill; else nothing is written, the reason is told,
and the exit code is 1. buildReport of @hale/core takes the predictor.

${aboutFiles}`,
  options: {
    ...backtestOptions,
    ...distanceOption,
    out: { type: 'string', short: 'o', value: 'FILE', says: 'where the predictor goes, as JSON' },
    ...pageOption,
  },
  examples: [
    'hale train --accounts accounts.csv --events events.parquet --outcomes churned.csv --out predictor.json',
    'hale train --database book.duckdb --outcomes churned.csv --days 60 --name use=login --out predictor.json',
  ],
  words: [0, 0],
  async run({ options }, terminal) {
    const { out } = options;
    if (out === undefined) throw new UsageError('Say where the predictor goes: --out FILE.');
    const days = readDistance(options.days, 'a predictor tells of that one');
    const { backtest, report } = await makeBacktest(options, [days], terminal);
    const { predictor, sentence } = backtest.train(report);
    const warnings = cautionsOf(report);
    if (predictor) writeDocument(out, predictor);
    if (terminal.json) {
      const file = predictor ? out : null;
      const answer = { ok: true, adopted: predictor !== null, sentence, file, trained: predictor?.trained, warnings };
      await terminal.write(`${JSON.stringify(answer, null, 2)}\n`);
    } else {
      for (const message of warnings) terminal.fault({ code: 'caution', message }, 'warning');
      await terminal.write(`${predictor ? `${out}: ` : 'No predictor is written. '}${sentence}\n`);
    }
    return predictor ? exitCodes.ok : exitCodes.findings;
  },
});
