/**
 * How fast a database scores by the statement that a model compiles to, against a query written by hand that gives the
 * same scores: `npm run bench:sql`, or with `--events 500000,5000000,50000000`. DuckDB, 10,000 accounts, two threads. The
 * scores of both must be equal, or it ends there. Each number of events has a process and a database of its own, so that
 * the memory shown is its own; the times are the least of some runs in turn, of the processor and of the clock.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parseModel } from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { compileScores, duckdb, type Statement } from '@hale/core/sql';
import { handWritten } from './sql/hand-written.ts';
import { madeUp } from './sql/made-up.ts';

const now = Date.parse('2026-11-14T09:00:00.000Z');
const accounts = 10_000;

/** The same model for its score alone: as much as the query by hand works out. */
const scoreOnly = parseModel({
  ...b2bSaas,
  signals: [],
  maturity: [],
  playbooks: [],
  tiers: plainTiers(b2bSaas.tiers),
});

function plainTiers(tiers: typeof b2bSaas.tiers): typeof b2bSaas.tiers {
  return tiers.map(({ playbook: _, ...tier }) => tier);
}

interface Row {
  readonly account_id: string;
  readonly score: number | null;
}

async function bench(events: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hale-bench-'));
  const instance = await DuckDBInstance.create(join(folder, 'bench.duckdb'), { threads: '2', memory_limit: '1500MB' });
  const connection = await instance.connect();
  try {
    for (const statement of madeUp(accounts, events, now)) await connection.run(statement);
    await connection.run('checkpoint');
    const write = ({ text, values }: Statement) =>
      connection.run(`create or replace temp table scored as ${text}`, [...values] as never);
    const scores = async () =>
      (await connection.runAndReadAll('select account_id, score from scored')).getRowObjectsJS() as unknown as Row[];
    const told = (model: typeof b2bSaas) => compileScores(model, duckdb, { now });
    const ways: Readonly<Record<string, Statement>> = {
      hand: { text: handWritten(now), values: [] },
      score: told(scoreOnly),
      all: told(b2bSaas),
    };
    const rounds = events > 10_000_000 ? 1 : 3;
    const least: Record<string, { processor: number; clock: number }> = {};
    let expected: readonly Row[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const [way, statement] of Object.entries(ways)) {
        const [began, used] = [performance.now(), process.cpuUsage()];
        await write(statement);
        const { user, system } = process.cpuUsage(used);
        const [processor, clock] = [(user + system) / 1e6, (performance.now() - began) / 1000];
        const before = least[way] ?? { processor, clock };
        least[way] = { processor: Math.min(processor, before.processor), clock: Math.min(clock, before.clock) };
        const rows = await scores();
        if (way === 'hand') expected = rows;
        else same(expected, rows, way);
      }
    }
    const peak = process.resourceUsage().maxRSS / 1024;
    const { hand, score, all } = least;
    const cells = [hand, score, all].map((one) => `${one?.processor.toFixed(2)} s (${one?.clock.toFixed(2)} s)`);
    const ratio = (one: typeof hand, of: 'processor' | 'clock') => ((one?.[of] ?? 0) / (hand?.[of] ?? 1)).toFixed(2);
    const against = (one: typeof hand) => `${ratio(one, 'processor')} (${ratio(one, 'clock')})`;
    console.log(
      `| ${events.toLocaleString('en')} | ${cells.join(' | ')} | ${against(score)} | ${against(all)} | ${Math.round(peak)} MB |`,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Throws where any score differs by more than the order of adding up can make. */
function same(expected: readonly Row[], found: readonly Row[], way: string): void {
  const scores = new Map(found.map(({ account_id, score }) => [account_id, score]));
  for (const { account_id, score } of expected) {
    const other = scores.get(account_id) ?? null;
    if (score === null ? other !== null : other === null || Math.abs(score - other) > 1e-9)
      throw new Error(`${account_id} scores ${score} by hand and ${other} by the statement (${way}).`);
  }
  if (found.length !== expected.length) throw new Error(`${expected.length} accounts by hand, ${found.length} not.`);
}

const [, , name, given] = process.argv;
if (name === '--one') await bench(Number(given));
else {
  const sizes = name === '--events' && given ? given.split(',').map(Number) : [500_000, 5_000_000];
  console.log(
    'Processor time (and time by the clock), and ratios of both, of scoring 10,000 accounts with b2b-saas in DuckDB, two threads.\n',
  );
  console.log(
    '| events | by hand | the score | all figures | the score against it | all against it | memory at most |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const size of sizes) {
    const child = fork(import.meta.filename, ['--one', String(size)]);
    const end = await new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)));
    if (end !== 0) throw new Error(`The process for ${size} events ended with ${end}.`);
  }
}
