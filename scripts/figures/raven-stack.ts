import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase } from '../../demo/data/prepare-database.ts';
import { hale, type Ran } from '../../test/support/hale.ts';
import { root } from '../workspace.ts';
import { realSets } from './real-sets.ts';

/** What `hale backtest` says of RavenStack, by the model that the demo has for it: the document as JSON is in `out`. */
export async function ravenStack(): Promise<Ran> {
  const cwd = mkdtempSync(join(tmpdir(), 'hale-ravenstack-'));
  try {
    const file = join(cwd, 'ravenstack.duckdb');
    const dir = join(realSets, 'ravenstack');
    (await prepareDatabase({ file, data: { dir }, seed: 0, end: new Date(0), accounts: 0 })).close();
    const model = join(root, 'demo', 'server', 'models', 'ravenstack.json');
    return await hale(['backtest', '-m', model, '--database', file, '--quiet', '--exit-code', '--json'], { cwd });
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
