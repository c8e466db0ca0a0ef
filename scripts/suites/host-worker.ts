import { build } from 'esbuild';
import { root, sourceCondition } from '../workspace.ts';

/** All that a host writes of a worker that fits and makes backtests. */
const source = `
import { answerIn } from '@hale/core/validation';

const answer = answerIn(postMessage);
onmessage = ({ data }) => answer(data);
`;

/** The policy of a page that has such a worker, and needs nothing else. */
export const strictPolicy = "default-src 'none'; script-src 'self'; worker-src 'self'";

/** The text of that worker, a module without imports, as a host's bundler makes it. */
export async function hostWorker(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: root, loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    conditions: [sourceCondition],
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
