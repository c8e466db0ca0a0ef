import { spawn } from 'node:child_process';
import { join, sep } from 'node:path';
import { root, sourceCondition } from './workspace.ts';

/**
 * Runs a command-line program written for Node under this Node; gives its exit code and everything it printed. Those of
 * this folder take the packages from their sources: they run where nothing is built yet.
 */
export function tool(script: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const conditions = script.startsWith(join(root, 'scripts') + sep) ? [`--conditions=${sourceCondition}`] : [];
    const child = spawn(process.execPath, [...conditions, script, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => chunks.push(text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: chunks.join('').trim() }));
  });
}
