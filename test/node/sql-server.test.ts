import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { parseReport } from '@hale/core';
import { expect } from 'chai';
import { snippetsOf } from '../support/snippets.ts';

const root = new URL('../../', import.meta.url);

/** A port that nobody listens on. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });

describe('the worked example of the page on SQL', function () {
  this.timeout(60_000);
  const snippets = snippetsOf(root, 'packages/core/docs/sql.md');
  const code = (language: string) => snippets.filter((one) => one.language === language).map((one) => one.code);
  const [document = ''] = code('json');
  const { id, version } = JSON.parse(document);
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'hale-worked-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('ends in a server that answers with the report of a row of the warehouse', async () => {
    const instance = await DuckDBInstance.create(join(folder, 'warehouse.duckdb'));
    const connection = await instance.connect();
    for (const statements of code('sql').slice(0, -1)) await connection.run(statements);
    connection.closeSync();
    instance.closeSync();

    const port = await freePort();
    // Of what is imported, the packages are these here.
    const here = (text: string) => text.replace(/'(@\w+\/[^']+)'/g, (_, name) => `'${import.meta.resolve(name)}'`);
    writeFileSync(join(folder, 'model.json'), document);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'scores.ts'), here(code('ts')[0] ?? ''));
    const [server = ''] = code('js');
    const listens = ".listen(8080, 'localhost')";
    expect(server).to.include(listens);
    writeFileSync(join(folder, 'server.js'), here(server).replace(listens, `.listen(${port}, '127.0.0.1')`));
    const child = spawn(process.execPath, ['--conditions=@hale/source', 'server.js'], { cwd: folder });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    try {
      const ask = async (account: string): Promise<Response> => {
        for (;;) {
          if (child.exitCode !== null) throw new Error(`the server ended: ${said}`);
          const answer = await fetch(`http://127.0.0.1:${port}/v1/accounts/${account}/health`).catch(() => null);
          if (answer) return answer;
          await sleep(50);
        }
      };
      const answer = await ask('acc-0001');
      expect(answer.headers.get('access-control-allow-origin')).to.equal('*');
      const report = parseReport(await answer.json());
      const account = { id: 'acc-0001', name: 'Averlund Freight' };
      expect(report).to.deep.include({ model: { id, version }, account, score: 62.5 });
      // What no address may be does not end the server either.
      for (const [name, status] of Object.entries({ nobody: 404, '%zz': 400, 'acc-0002': 200 }))
        expect((await ask(name)).status, name).to.equal(status);
    } finally {
      child.kill();
    }
  });
});
