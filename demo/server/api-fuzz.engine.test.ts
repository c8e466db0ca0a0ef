import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { fuzzPython } from '../../scripts/reference/python.ts';
import { runWithin } from '../../scripts/reference/run-within.ts';
import { suiteFolder } from './fixtures/suite-folder.ts';
import type { Listening } from './listen.ts';
import { startServer } from './start-server.ts';

const known = 'acct-0001';

/**
 * Who asks: what their token is for, and the account they ask for; one that is drawn where they name none. Those to whom
 * nearly all is refused try the edges of each schema, and no more.
 */
const bearers = [
  { who: 'staff, of an account that is there', wanted: { audience: 'internal', account: null }, id: known },
  { who: 'staff for one account', wanted: { audience: 'internal', account: known }, phases: 'fuzzing' },
  { who: 'a customer', wanted: { audience: 'customer', account: known }, id: known, phases: 'coverage' },
  { who: 'nobody', phases: 'coverage' },
];

describe('the API, asked by schemathesis whatever its document allows and forbids', function () {
  this.timeout(400_000);
  const folder = suiteFolder();
  const given = join(import.meta.dirname, '..', '..', 'test', 'fuzz');
  const config = join(folder.path, 'schemathesis.toml');
  let server: Listening | null = null;
  let python = '';

  before(async function () {
    // What is fetched has limits of its own.
    this.timeout(0);
    const found = await fuzzPython();
    if ('lacks' in found) {
      console.log(`The API is not fuzzed: ${found.lacks}.`);
      return void this.skip();
    }
    python = found.program;
    copyFileSync(join(given, 'hooks.py'), join(folder.path, 'hooks.py'));
    const end = new Date('2026-03-02T09:00:00Z');
    const rate = { requests: 1e9, seconds: 60 };
    server = await startServer({ file: `${folder.path}/company.duckdb`, port: 0, accounts: 3, seed: 3, end, rate });
  });
  after(async () => {
    await server?.close();
    folder.remove();
  });

  async function authorization(wanted: object | undefined): Promise<string[]> {
    if (!wanted) return [];
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(wanted);
    const minted = await fetch(`${server?.url}/session/token`, { method: 'POST', headers, body });
    return ['--header', `Authorization: Bearer ${(await minted.json()).token}`];
  }

  for (const { who, wanted, id, phases = 'coverage,fuzzing' } of bearers) {
    it(`answers ${who} with what the document says, never with an error of its own`, async () => {
      const own = id === undefined ? '' : `[parameters]\n"path.id" = ${JSON.stringify(id)}\n`;
      writeFileSync(config, `${readFileSync(join(given, 'schemathesis.toml'), 'utf8')}\n${own}`);
      const tries = ['--phases', phases, '--max-examples', '20', '--generation-deterministic'];
      const manner = ['--no-color', '--continue-on-failure', '--request-timeout', '60', '--max-failures', '5'];
      // It has no end, and schemathesis judges answers that have ended: its own tests read it, with ids of every kind, and
      // the table of who may ask for what asks for it with every kind of token.
      const left = ['--exclude-path', '/v1/stream'];
      const at = ['--config-file', config, 'run', `${server?.url}/v1/openapi.json`];
      const ran = await runWithin(
        python,
        ['-m', 'schemathesis.cli', ...at, ...(await authorization(wanted)), ...tries, ...manner, ...left],
        380_000,
        { cwd: folder.path, env: { PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' } },
      );
      expect(ran.ok, ran.out + ran.err).to.equal(true);
      // A run that tried nothing would be well, too.
      expect(Number(/(\d+) generated/.exec(ran.out)?.[1])).to.be.above(100);
    });
  }
});
