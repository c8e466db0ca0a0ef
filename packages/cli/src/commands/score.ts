import type { Report } from '@hale/core';
import { readModel } from '../reading/read-model.ts';
import { exitCodes } from '../terminal/exit-codes.ts';
import { UsageError } from '../terminal/fault.ts';
import { printable } from '../terminal/printable.ts';
import { openScratch } from '../terminal/scratch.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { defineCommand } from './command.ts';
import { aboutFiles, inputOptions, readNow, settingsOf } from './inputs.ts';
import { keepInputs } from './kept-inputs.ts';
import { withBook } from './open-book.ts';
import { openSink, wantedOutput } from './score-output.ts';

/** `hale score`: the reports of accounts, or a table of their scores. */
export const score = defineCommand({
  name: 'score',
  summary: 'scores accounts: CSV, JSON, NDJSON or Parquet in, reports or a table of scores out',
  takes: '--model MODEL --accounts FILE [--facts FILE] [--events FILE] [options]',
  about: `Reports are the documents that the widgets show, in the order of the accounts' ids; a table
of scores (CSV, Parquet) has a row for each account. With --out, the file appears when it is
whole, and standard output tells how many accounts are in which tier. Without it the reports
go to standard output, one a line.

${aboutFiles}`,
  options: {
    model: { type: 'string', short: 'm', value: 'MODEL', says: 'the model to score with' },
    ...inputOptions,
    out: { type: 'string', short: 'o', value: 'FILE', says: 'where to: .ndjson, .json, .csv or .parquet' },
    format: { type: 'string', value: 'FORMAT', says: 'ndjson, json, csv or parquet, where --out does not tell' },
    spreadsheet: {
      type: 'boolean',
      says: "in CSV, puts ' before text that a spreadsheet would run as a formula",
    },
  },
  examples: [
    'hale score --model model.json --accounts accounts.csv --events events.parquet --now 2026-11-14 --out reports.ndjson',
    'hale score -m model.json --documents accounts.json --now 2026-11-14 --format csv',
    'hale score -m model.json --database book.duckdb --out scores.parquet',
    "zcat events.csv.gz | hale score -m model.json --accounts accounts.csv --events - | jq '.score'",
  ],
  words: [0, 0],
  async run({ options }, terminal) {
    if (options.model === undefined) throw new UsageError('Name the model: --model MODEL.');
    const now = readNow(options.now);
    const wanted = wantedOutput(options.out, options.format, terminal.json, options.spreadsheet);
    if (wanted.file !== null) keepInputs([['--out', wanted.file]], options);
    const { model } = readModel(options.model);
    const scratch = openScratch();
    try {
      const settings = settingsOf(options, scratch.path('spill'));
      await withBook(options, terminal, async (book) => {
        const sink = await openSink(wanted, model, settings, scratch, terminal);
        const progress = terminal.progress();
        const tally = newTally();
        try {
          for await (const [report] of book.reports([model], now)) {
            if (!report) continue;
            await sink.add(report);
            count(tally, report);
            // On a terminal that shows the reports, a line about them would stand between them.
            if (tally.accounts % 100 === 0 && (wanted.file !== null || !process.stdout.isTTY)) {
              progress.at('Scoring', book.size ? tally.accounts / book.size : undefined);
            }
          }
          await sink.end();
        } catch (error) {
          await sink.discard();
          throw error;
        } finally {
          progress.stop();
        }
        if (wanted.file !== null)
          await tell(
            tally,
            model.tiers.map(({ id }) => id),
            wanted.file,
            terminal,
          );
      });
    } finally {
      scratch.remove();
    }
    return exitCodes.ok;
  },
});

interface Tally {
  accounts: number;
  unscored: number;
  readonly tiers: Map<string, number>;
}

const newTally = (): Tally => ({ accounts: 0, unscored: 0, tiers: new Map() });

function count(tally: Tally, { score, tier }: Report): void {
  tally.accounts++;
  if (score === null) tally.unscored++;
  if (tier !== null) tally.tiers.set(tier, (tally.tiers.get(tier) ?? 0) + 1);
}

async function tell(
  { accounts, unscored, tiers }: Tally,
  order: readonly string[],
  file: string,
  terminal: Terminal,
): Promise<void> {
  const counts = Object.fromEntries([...new Set([...order, ...tiers.keys()])].map((id) => [id, tiers.get(id) ?? 0]));
  if (terminal.json) {
    return terminal.write(`${JSON.stringify({ ok: true, file, accounts, unscored, tiers: counts }, null, 2)}\n`);
  }
  const parts = [...Object.entries(counts).map(([id, many]) => `${many} ${id}`), `${unscored} without a score`];
  await terminal.write(
    `${printable(`${file}: ${accounts.toLocaleString('en')} account${accounts === 1 ? '' : 's'}: ${parts.join(', ')}.`)}\n`,
  );
}
