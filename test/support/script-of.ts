import { build } from 'esbuild';
import { root, sourceCondition } from '../../scripts/workspace.ts';

/** A file of the tests as one module for a page, with all that it imports. */
export async function scriptOf(file: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    jsx: 'automatic',
    conditions: [sourceCondition],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
