import { compileObservations, compileScores, type Statement } from '@hale/core/sql';
import { readModel } from '../reading/read-model.ts';
import { exitCodes } from '../terminal/exit-codes.ts';
import { UsageError } from '../terminal/fault.ts';
import { nearest } from '../terminal/nearest.ts';
import { defineCommand } from './command.ts';
import { dialects } from './dialects.ts';
import { readNow } from './inputs.ts';

const whats = ['scores', 'reports', 'observations'] as const;

/** `hale sql`: the statement that a model comes to. */
export const sql = defineCommand({
  name: 'sql',
  summary: 'prints the statement that a model compiles to, for a database of your own',
  takes: 'MODEL [--dialect DIALECT] [--now INSTANT] [options]',
  about: `The statement reads the tables accounts, facts, events, history and overrides, which
@hale/core/docs/sql.md describes, and gives a row for each account. Values are never in its
text: they follow it as comments, in the order of their placeholders, and stand beside it
with --json.

Dialects: ${dialects.map(({ name, status }) => (status === 'run' ? name : `${name} (parsed, not run)`)).join(', ')}.
Those marked have not been run in our tests: a parser of their dialect takes their statements,
which does not tell that the figures are right.`,
  options: {
    dialect: { type: 'string', short: 'd', value: 'DIALECT', says: 'duckdb when absent' },
    now: { type: 'string', value: 'INSTANT', says: 'what to score as of; this moment when absent' },
    what: {
      type: 'string',
      value: 'WHAT',
      says: 'scores (when absent), reports (adds what whole reports need), observations',
    },
    account: { type: 'string', multiple: true, value: 'ID', says: 'only these accounts' },
  },
  examples: [
    'hale sql model.json --dialect postgres --now 2026-11-14',
    'hale sql model.json --dialect spark --now 2026-11-14 --json | jq -r .text',
  ],
  words: [1, 1],
  async run({ options, words: [file = ''] }, terminal) {
    const { dialect = 'duckdb', what = 'scores' } = options;
    const known = dialects.find(({ name }) => name === dialect);
    if (!known)
      throw unknown(
        '--dialect',
        dialect,
        dialects.map(({ name }) => name),
      );
    const wanted = whats.find((one) => one === what);
    if (!wanted) throw unknown('--what', what, whats);
    const now = readNow(options.now);
    const { model } = readModel(file);
    const query = { now, ...(options.account ? { accounts: options.account } : {}) };
    const { dialect: own } = known;
    const statement: Statement =
      wanted === 'observations'
        ? compileObservations(model, own, query)
        : compileScores(model, own, { ...query, reports: wanted === 'reports' });
    const { text, values } = statement;
    if (terminal.json) {
      const about = { ok: true, dialect, status: known.status, asOf: new Date(now).toISOString() };
      await terminal.write(`${JSON.stringify({ ...about, text, values }, null, 2)}\n`);
      return exitCodes.ok;
    }
    const mark = known.status === 'run' ? '' : `-- ${dialect}: parsed, not run.\n`;
    // A value cannot end its comment: JSON writes line breaks as \n.
    const listed = values.map((value, index) => `-- ${index + 1}: ${inOneLine(value)}\n`);
    await terminal.write(
      `${mark}${text};\n${listed.length > 0 ? `\n-- Values, in the order of their placeholders:\n${listed.join('')}` : ''}`,
    );
    return exitCodes.ok;
  },
});

const inOneLine = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function unknown(option: string, given: string, words: readonly string[]): UsageError {
  const near = nearest(given, words);
  const hint = near ? `: is it ${near}?` : `: expected one of ${words.join(', ')}.`;
  return new UsageError(`${option} has no ${JSON.stringify(given)}${hint}`);
}
