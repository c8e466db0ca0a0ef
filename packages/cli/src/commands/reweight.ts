import type { BacktestReport } from '@hale/core/validation';
import { reweightModel } from '@hale/core/validation';
import { writeDocument } from '../backtest/write-document.ts';
import { exitCodes } from '../terminal/exit-codes.ts';
import { UsageError } from '../terminal/fault.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { aboutBacktests, backtestOptions, modelOf } from './backtest-options.ts';
import { distanceOption, makeBacktest, pageOption, readDistance } from './backtest-outputs.ts';
import { defineCommand } from './command.ts';
import { aboutFiles } from './inputs.ts';

/** `hale reweight`: weights that outcomes speak for, for a person to decide on. */
export const reweight = defineCommand({
  name: 'reweight',
  summary: 'proposes weights from outcomes, with what they would change; writes the next version of the model',
  takes: '--model MODEL --accounts FILE --events FILE --outcomes FILE [--out FILE] [options]',
  about: `${aboutBacktests} Weights are never below 0 and are
drawn towards today's. The model itself is never changed: --out writes its next version beside it,
with the proposed weights, for a person to decide on. Where nothing can be proposed, nothing is
written, the reason is told, and the exit code is 1.

${aboutFiles}`,
  options: {
    model: { type: 'string', short: 'm', value: 'MODEL', says: 'the model as it is' },
    ...backtestOptions,
    ...distanceOption,
    out: { type: 'string', short: 'o', value: 'FILE', says: 'where the next version goes: not the model itself' },
    ...pageOption,
  },
  examples: [
    'hale reweight -m model.json --accounts accounts.csv --events events.parquet --outcomes churned.csv',
    'hale reweight -m model.json --database book.duckdb --outcomes churned.csv --out model-2.json',
  ],
  words: [0, 0],
  async run({ options }, terminal) {
    const { out } = options;
    const model = modelOf(options.model);
    if (model === null) throw new UsageError('Name the model: --model MODEL.');
    const days = readDistance(options.days, 'weights are learned for that one');
    const { report } = await makeBacktest(options, [days], terminal);
    const { weights } = report;
    const proposal = weights?.proposal ?? null;
    const next =
      proposal && reweightModel(model, Object.fromEntries(proposal.weights.map(({ id, proposed }) => [id, proposed])));
    if (next && out !== undefined) writeDocument(out, next.model);
    if (terminal.json) {
      const file = next && out !== undefined ? out : null;
      const to = next && { version: String(next.model.version), changes: next.changes };
      await terminal.write(`${JSON.stringify({ ok: true, file, ...weights, next: to }, null, 2)}\n`);
    } else if (weights) {
      await tell(weights, terminal);
      if (next) {
        const where = out === undefined ? 'would be' : `${out} is`;
        await terminal.write(`\n${where} ${model.id} ${next.model.version}, ${next.changes.length} changes.\n`);
      }
    }
    return next ? exitCodes.ok : exitCodes.findings;
  },
});

type Weights = NonNullable<BacktestReport['weights']>;

async function tell({ proposal, advice }: Weights, { write, paint }: Terminal): Promise<void> {
  if (proposal) {
    const { weights, today, proposed } = proposal;
    const width = Math.max(9, ...weights.map(({ label }) => label.length));
    await write(`${paint('bold', `${'Dimension'.padEnd(width)}  Today  Proposed  95 %            Alone`)}\n`);
    for (const { label, today: now, proposed: then, low, high, auc, hasValue } of weights) {
      const alone = auc
        ? `AUC ${auc.value.toFixed(2)}${hasValue ? '' : ', no better than guessing'}`
        : 'nothing to say';
      const interval = `${low.toFixed(1)} to ${high.toFixed(1)}`;
      await write(
        `${label.padEnd(width)}  ${now.toFixed(1).padStart(5)}  ${then.toFixed(1).padStart(8)}  ${interval.padEnd(14)}  ${alone}\n`,
      );
    }
    await write('\n');
    for (const [name, { warned, tiers }] of [['Today', today] as const, ['Proposed', proposed] as const]) {
      const counts = Object.entries(tiers).map(([id, many]) => `${many} ${id}`);
      await write(
        `${name}: ${warned.falsePositives} false alarms, ${warned.falseNegatives} missed, in rows; accounts: ${counts.join(', ')}.\n`,
      );
    }
  }
  await write(`${advice}\n`);
}
