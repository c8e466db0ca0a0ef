import { spawn } from 'node:child_process';
import { root } from '../workspace.ts';

/** What a check found: nothing wrong when there are no problems. `note` is shown beside its name when it passes. */
export interface Outcome {
  readonly problems: readonly string[];
  readonly note?: string;
}

/** One promise the repository keeps. */
export interface Check {
  readonly name: string;
  run(): Promise<Outcome>;
}

/** Runs a command-line tool written in JavaScript under this Node; gives its exit code and everything it printed. */
export function tool(script: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}

/** The outcome of a tool that says by its exit code whether all is well. */
export async function clean(script: string, args: readonly string[]): Promise<Outcome> {
  const { code, output } = await tool(script, args);
  return { problems: code === 0 ? [] : [output] };
}
