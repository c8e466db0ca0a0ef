import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/workspace.ts';

/** A parser of many dialects of SQL, from PyPI. */
const parser = 'sqlglot==30.30.0';
const folder = join(root, 'node_modules', '.cache', parser);
const python = process.platform === 'win32' ? 'python' : 'python3';
const program = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');

/** Why statements cannot be parsed here, as a sentence; null where they can. */
export const lacksParser = (): string | null =>
  spawnSync(python, ['-m', 'venv', '--help']).status === 0
    ? null
    : 'Statements are parsed in a virtual environment of Python 3, and none can be made on this machine.';

const script = `
import json, sys, sqlglot
sys.setrecursionlimit(20000)
def fault(dialect, text):
    try:
        statements = sqlglot.parse(text, read=dialect)
        return None if len(statements) == 1 else f'{len(statements)} statements'
    except Exception as error:
        return str(error)
print(json.dumps([fault(*one) for one in json.load(sys.stdin)]))
`;

/** What a parser of each dialect finds wrong with a statement; null of nothing. Fetches the parser the first time. */
export function parseFaults(statements: readonly (readonly [dialect: string, text: string])[]): (string | null)[] {
  if (!existsSync(join(folder, 'ready'))) {
    run(python, ['-m', 'venv', '--clear', folder]);
    run(program, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', parser]);
    run(program, ['-c', `open(${JSON.stringify(join(folder, 'ready'))}, 'w')`]);
  }
  // Sound: the script above prints what this says it gives.
  return JSON.parse(run(program, ['-c', script], JSON.stringify(statements))) as (string | null)[];
}

function run(command: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${command} ${args[0]} failed: ${error?.message ?? stderr}`);
  return stdout;
}
