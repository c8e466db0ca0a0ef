import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { filesOf, root } from '../workspace.ts';

const built = join(root, 'demo', 'dist', 'index.html');
const sources = ['packages/*/src/**/*.{ts,tsx,json}', 'demo/pages/**/*', 'demo/vite.config.ts', 'pnpm-lock.yaml'];

const changed = (path: string) => statSync(path).mtimeMs;

/** Whether the demo's pages were built after the last change to anything they are made of. */
export function pagesAreFresh(): boolean {
  return existsSync(built) && filesOf(sources).every((file) => changed(file) < changed(built));
}

/** Builds the demo's pages into demo/dist, as demo/vite.config.ts says. */
export async function buildPages(): Promise<void> {
  await build({ configFile: join(root, 'demo', 'vite.config.ts'), logLevel: 'warn' });
}
