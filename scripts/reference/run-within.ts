import { spawn } from 'node:child_process';

/** How a program ended, and what it printed. */
export interface Ran {
  /** Whether it ended by itself, in time, and without an error. */
  readonly ok: boolean;
  readonly out: string;
  readonly err: string;
}

interface RunsIn {
  /** What it reads. */
  readonly input?: string;
  /** Beside the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** The folder it is in; that of this process when absent. */
  readonly cwd?: string;
}

/** Runs a program to its end, for at most so many milliseconds; one that is not there, or is ended, is not ok. */
export function runWithin(
  program: string,
  args: readonly string[],
  ms: number,
  { input = '', env = {}, cwd }: RunsIn = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const said = { out: '', err: '' };
    const child = spawn(program, args, { ...(cwd !== undefined && { cwd }), env: { ...process.env, ...env } });
    const ending = setTimeout(() => child.kill('SIGKILL'), ms);
    const end = (ok: boolean) => {
      clearTimeout(ending);
      resolve({ ok, ...said });
    };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said.err += text;
    });
    child.on('error', (error) => {
      said.err += error.message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
    // A program that has ended does not read what it is given.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** The last line that says something of why it did not work. */
export const lastWords = ({ err, out }: Ran): string => (err.trim() || out.trim()).split('\n').at(-1)?.trim() ?? '';
