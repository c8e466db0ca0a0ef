import { tellBacktest } from '../backtest/tell-backtest.ts';
import { writeDocument } from '../backtest/write-document.ts';
import { exitCodes } from '../terminal/exit-codes.ts';
import { aboutBacktests, backtestOptions, readDays } from './backtest-options.ts';
import { makeBacktest, pageOption } from './backtest-outputs.ts';
import { defineCommand } from './command.ts';
import { aboutFiles } from './inputs.ts';

/** `hale backtest`: how often scores were right about what came after. */
export const backtest = defineCommand({
  name: 'backtest',
  summary: 'holds scores against what came after: how often they were wrong, which way, for whom',
  takes: '--model MODEL --accounts FILE --events FILE --outcomes FILE [options]',
  about: `${aboutBacktests} Without a model, only what can be
learned is tried. The document that --out or --json gives is what the backtest widget shows.

${aboutFiles}`,
  options: {
    model: { type: 'string', short: 'm', value: 'MODEL', says: 'the model whose score is checked' },
    ...backtestOptions,
    days: { type: 'string', value: 'DAYS', says: 'how far ahead, in days: 30,60,90 when absent' },
    out: { type: 'string', short: 'o', value: 'FILE', says: 'where the whole document goes, as JSON' },
    ...pageOption,
    'exit-code': { type: 'boolean', says: 'ends with 1 where there is no useful skill' },
  },
  examples: [
    'hale backtest -m model.json --accounts accounts.csv --events events.parquet --outcomes churned.csv',
    'hale backtest -m model.json --database book.duckdb --outcomes churned.csv --days 90 --out backtest.json',
    'hale backtest -m model.json --database book.duckdb --outcomes churned.csv --html report.html',
    "hale backtest --documents accounts.json --outcomes churned.csv --from 2025-06-01 --now 2026-06-01 --json | jq '.verdict'",
  ],
  words: [0, 0],
  async run({ options }, terminal) {
    const horizons = readDays(options.days ?? '30,60,90', '--days');
    const { report } = await makeBacktest(options, horizons, terminal);
    if (options.out !== undefined) writeDocument(options.out, report);
    if (terminal.json) await terminal.write(`${JSON.stringify(report, null, 2)}\n`);
    else await tellBacktest(report, terminal);
    return options['exit-code'] && !report.verdict.useful ? exitCodes.findings : exitCodes.ok;
  },
});
