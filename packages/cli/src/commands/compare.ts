import type { Model } from '@hale/core';
import { readModel } from '../reading/read-model.ts';
import { exitCodes } from '../terminal/exit-codes.ts';
import { UsageError } from '../terminal/fault.ts';
import { printable } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { defineCommand } from './command.ts';
import { aboutFiles, inputOptions, readNow } from './inputs.ts';
import { type Move, type Moves, moveOf, summarise } from './moves.ts';
import { withBook } from './open-book.ts';

/** `hale compare`: what another model makes of the same accounts. */
export const compare = defineCommand({
  name: 'compare',
  summary: 'scores the same accounts with two models: who moves, and who changes tier',
  takes: '--before MODEL --after MODEL --accounts FILE [options]',
  about: `Accounts that change tier come first, then those that move most. A model for everybody and
another version of it are compared in this way before the other is put to use.

${aboutFiles}`,
  options: {
    before: { type: 'string', value: 'MODEL', says: 'the model as it is' },
    after: { type: 'string', value: 'MODEL', says: 'the model as it is to be' },
    ...inputOptions,
    top: { type: 'string', value: 'N', says: 'shows at most so many accounts: 20 when absent, all with --json' },
    'exit-code': { type: 'boolean', says: 'ends with 1 where an account changes tier' },
  },
  examples: [
    'hale compare --before model.json --after model-2.json --accounts accounts.csv --events events.csv --now 2026-11-14',
    'hale compare --before a.json --after b.json --documents accounts.json --json | jq ".summary"',
  ],
  words: [0, 0],
  async run({ options }, terminal) {
    const { before, after, top } = options;
    if (before === undefined || after === undefined) {
      throw new UsageError('Name both models: --before MODEL --after MODEL.');
    }
    if (top !== undefined && !/^\d+$/.test(top))
      throw new UsageError(`--top must be a whole number, not ${JSON.stringify(top)}.`);
    const now = readNow(options.now);
    const models = [readModel(before).model, readModel(after).model] as const;
    const moves = await withBook(options, terminal, async (book) => {
      const progress = terminal.progress();
      const found: Move[] = [];
      try {
        for await (const [one, other] of book.reports(models, now)) {
          if (one && other) found.push(moveOf(one, other));
          if (found.length % 100 === 0) progress.at('Scoring twice', book.size ? found.length / book.size : undefined);
        }
      } finally {
        progress.stop();
      }
      return summarise(found);
    });
    const shown = Number(top ?? (terminal.json ? Number.POSITIVE_INFINITY : 20));
    if (terminal.json) await terminal.write(`${JSON.stringify(asJson(moves, models, now, shown), null, 2)}\n`);
    else await tell(moves, shown, terminal);
    return options['exit-code'] && moves.summary.tierChanges > 0 ? exitCodes.findings : exitCodes.ok;
  },
});

function asJson({ summary, moves }: Moves, [before, after]: readonly [Model, Model], now: number, top: number) {
  const named = ({ id, version }: Model) => ({ id, version: String(version) });
  return {
    ok: true,
    asOf: new Date(now).toISOString(),
    before: named(before),
    after: named(after),
    summary,
    accounts: moves.slice(0, top),
  };
}

async function tell({ summary, moves }: Moves, top: number, { write, paint }: Terminal): Promise<void> {
  const { accounts, up, down, unmoved, gained, lost, tierChanges, meanChange, tiers } = summary;
  const moving = moves.filter(({ change, tierChanged }) => tierChanged || change === null || change !== 0);
  const shown = moving.slice(0, top).map((move) => ({ ...move, name: printable(move.name) }));
  const width = Math.max(7, ...shown.map(({ name }) => name.length));
  if (shown.length > 0) await write(`${paint('bold', `${'Account'.padEnd(width)}  Before   After  Change  Tier`)}\n`);
  for (const { name, before, after, change, tierChanged } of shown) {
    const colour = change === null || change === 0 ? 'dim' : change > 0 ? 'green' : 'red';
    const tier = printable(tierChanged ? `${before.tier ?? 'none'} → ${after.tier ?? 'none'}` : (after.tier ?? ''));
    const figures = `${points(before.score)} ${points(after.score)} ${paint(colour, signed(change))}`;
    await write(`${name.padEnd(width)} ${figures}  ${tier}\n`);
  }
  if (moving.length > shown.length)
    await write(`… and ${moving.length - shown.length} more: --top ${moving.length} shows them.\n`);
  const scored = [
    `${up} up, ${down} down, ${unmoved} unmoved`,
    ...(gained > 0 ? [`${gained} now scored`] : []),
    ...(lost > 0 ? [`${lost} no longer scored`] : []),
  ];
  await write(
    `${shown.length > 0 ? '\n' : ''}${accounts} account${accounts === 1 ? '' : 's'}: ${scored.join(', ')}; ${tierChanges} in another tier.\n`,
  );
  if (meanChange !== null) await write(`On average the score changes by ${signed(meanChange).trim()} points.\n`);
  for (const { from, to, accounts: many } of tiers)
    await write(`  ${printable(from ?? 'no tier')} → ${printable(to ?? 'no tier')}: ${many}\n`);
}

const points = (score: number | null): string => (score === null ? 'none' : score.toFixed(1)).padStart(7);
const signed = (change: number | null): string => {
  if (change === null) return '      ';
  const text = Math.abs(change).toFixed(1);
  return `${Number(text) === 0 ? '' : change > 0 ? '+' : '−'}${text}`.padStart(6);
};
