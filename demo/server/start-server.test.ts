import { once } from 'node:events';
import { createServer } from 'node:net';
import { HealthError } from '@hale/core';
import { expect } from 'chai';
import { openDatabase } from './database/database.ts';
import { answerOf } from './fixtures/answer.ts';
import { asStaff } from './fixtures/as-staff.ts';
import { suiteFolder } from './fixtures/suite-folder.ts';
import { type ServerOptions, startServer } from './start-server.ts';

describe('startServer', () => {
  const folder = suiteFolder();
  const options = { file: `${folder.path}/company.duckdb`, port: 0, accounts: 3 };

  before(async function () {
    this.timeout(60_000);
    const { close } = await startServer({ ...options, end: new Date('2026-03-02T09:00:00Z') });
    await close();
  });
  after(folder.remove);

  const failure = async (given: ServerOptions): Promise<string> => {
    const result = await startServer(given).then(
      ({ close }) => close(),
      (error: unknown) => error,
    );
    if (result instanceof HealthError) return result.message;
    throw result instanceof Error ? result : new Error('the server has started');
  };

  it('is there at once when it starts again, with the records as they were', async () => {
    const told: string[] = [];
    const { url, close } = await startServer({ ...options, progress: (line) => told.push(line) });
    const request = asStaff((path, init) => fetch(`${url}${path}`, init));
    const list = await answerOf(request('/v1/accounts?status=all'));
    await close();
    expect(told).to.deep.equal([]);
    expect(list.total).to.equal(3);
    const ends = list.accounts.filter(({ ended }) => ended === null);
    expect(new Set(ends.map(({ asOf }) => asOf))).to.deep.equal(new Set(['2026-03-02T09:00:00.000Z']));
  });

  it('says which port is taken, or takes the next one when that will do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    try {
      expect(await failure({ ...options, port })).to.equal(
        `Port ${port} is taken by another program: stop that one, or name another with --port.`,
      );
      const { url, close } = await startServer({ ...options, port, furtherPorts: 20 });
      expect(Number(new URL(url).port)).to.be.above(port);
      await close();
    } finally {
      other.close();
    }
  });

  it('leaves alone what a later version wrote', async () => {
    const file = `${folder.path}/later.duckdb`;
    const database = await openDatabase(file);
    await database.run(
      `INSERT INTO meta VALUES ('source', '{}'), ('title', 'x'), ('asOf', '2026-01-01'), ('shape', '999')`,
    );
    database.close();
    expect(await failure({ ...options, file })).to.match(
      /later\.duckdb was written by a later version of this demo \(tables of version 999, known here up to \d+\): use that version, or begin anew with --reset\.$/,
    );
  });
});
