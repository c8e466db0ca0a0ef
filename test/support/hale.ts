import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../packages/cli/bin/checkout.mjs', import.meta.url));

/** What a run of the command line printed, and how it ended; the code is null where a signal ended it. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** The folder it runs in. */
  readonly cwd: string;
  /** What it is given on standard input. */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Told of the process as soon as it runs. */
  readonly started?: (child: ChildProcess) => void;
}

/** Runs `hale`, as a user would, from its sources. */
export function hale(args: readonly string[], { cwd, input = '', env = {}, started }: RunOptions): Promise<Ran> {
  const flags = ['--conditions=@hale/source', '--disable-warning=ExperimentalWarning'];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, program, ...args], { cwd, env: { ...process.env, ...env } });
    const ran = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      ran.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      ran.err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...ran }));
    // A program that has ended does not read what it is given.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    started?.(child);
  });
}
