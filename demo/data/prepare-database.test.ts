import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { HealthError } from '@hale/core';
import { expect } from 'chai';
import { temporaryFolder } from '../server/database/fixtures/temporary-folder.ts';
import type { Database } from '../server/database/session.ts';
import { type DatabaseOptions, prepareDatabase, readMeta } from './prepare-database.ts';

const end = new Date('2026-11-14T09:00:00.000Z');
const generated = { seed: 7, end, accounts: 5 };

describe('the prepared database', function () {
  this.timeout(60_000);
  const path = temporaryFolder();
  const file = () => path('hale.duckdb');

  /** What is done with a database that is opened for it and closed after it, and the lines of progress on the way. */
  const withDatabase = async <T>(options: Partial<DatabaseOptions>, use: (database: Database) => Promise<T>) => {
    const lines: string[] = [];
    const database = await prepareDatabase({
      file: file(),
      ...generated,
      progress: (line) => lines.push(line),
      ...options,
    });
    try {
      return { result: await use(database), lines };
    } finally {
      database.close();
    }
  };
  const content = async (database: Database) => {
    const tables = ['accounts', 'facts', 'events', 'outcomes'].map(
      (name) =>
        `SELECT '${name}' AS name, count(*) AS rows, md5(string_agg(t::VARCHAR, '|' ORDER BY t::VARCHAR)) AS digest FROM ${name} t`,
    );
    return database.rows<{ name: string; rows: number; digest: string }>(tables.join(' UNION ALL '));
  };
  const accountIds = async (database: Database) =>
    (await database.rows<{ id: string }>('SELECT id FROM accounts ORDER BY id')).map(({ id }) => id);

  /** A folder of files with a mapping of its own. */
  const folder = (files: Record<string, string>) => {
    const dir = path('data');
    mkdirSync(dir, { recursive: true });
    const mapping = {
      name: 'Own',
      files: [
        { file: 'accounts.csv', account: 'id', accounts: {} },
        { file: 'use.csv', account: 'id', events: [{ name: 'use', at: 'day', properties: { feature: 'feature' } }] },
      ],
    };
    for (const [name, text] of Object.entries({ 'hale.mapping.json': JSON.stringify(mapping), ...files })) {
      writeFileSync(`${dir}/${name}`, text);
    }
    return dir;
  };
  const small = { 'accounts.csv': 'id\nx1\nx2\n', 'use.csv': 'id,day,feature\nx1,2026-01-01,Exports\n' };

  it('is filled on the first start and found as it was on the second', async () => {
    const first = await withDatabase({}, content);
    expect(first.lines).to.deep.equal(['5 of 5 accounts generated']);
    expect(first.result.map(({ name, rows }) => (rows > 0 ? name : `no ${name}`))).to.deep.equal([
      'accounts',
      'facts',
      'events',
      'outcomes',
    ]);
    const second = await withDatabase({}, async (database) => ({
      meta: await readMeta(database),
      same: await content(database),
    }));
    expect(second.lines).to.deep.equal([]);
    expect(second.result.same).to.deep.equal(first.result);
    expect(second.result.meta).to.include({ title: 'Generated company', asOf: end.toISOString() });
  });

  it('holds the same for the same seed, in another file', async () => {
    const { result } = await withDatabase({}, content);
    expect((await withDatabase({ file: path('other.duckdb') }, content)).result).to.deep.equal(result);
    expect((await withDatabase({ file: path('third.duckdb'), seed: 8 }, content)).result).to.not.deep.equal(result);
  });

  it('is filled anew from another seed, from files, and from files whose content has changed', async () => {
    const generatedIds = (await withDatabase({}, accountIds)).result;
    expect(generatedIds).to.have.length(5);
    expect((await withDatabase({ accounts: 6 }, accountIds)).result).to.have.length(6);
    const data = { dir: folder(small) };
    const imported = await withDatabase({ data }, async (database) => ({
      ids: await accountIds(database),
      meta: await readMeta(database),
    }));
    expect(imported.result.ids).to.deep.equal(['x1', 'x2']);
    expect(imported.result.meta).to.include({ title: 'Own', asOf: '2026-01-02T00:00:00.000Z' });
    expect((await withDatabase({ data }, accountIds)).lines).to.deep.equal([]);
    folder({ ...small, 'accounts.csv': 'id\nx1\nx3\n' });
    expect((await withDatabase({ data }, accountIds)).result).to.deep.equal(['x1', 'x3']);
    expect((await withDatabase({}, accountIds)).result).to.deep.equal(generatedIds);
  });

  it('keeps what it held when the files are wrong', async () => {
    const before = (await withDatabase({}, content)).result;
    const dir = folder({ ...small, 'use.csv': 'id,day,feature\nx1,yesterday,Exports\n' });
    try {
      await withDatabase({ data: { dir } }, accountIds);
      expect.fail('the import went through');
    } catch (error) {
      if (!(error instanceof HealthError)) throw error;
      expect(error.message).to.equal(
        'use.csv line 2, column "day": expected a date in ISO 8601, such as 2026-12-31, given "yesterday".',
      );
    }
    // Filled before, so nothing is generated: what is found is what was left.
    const { result, lines } = await withDatabase({}, content);
    expect({ result, lines }).to.deep.equal({ result: before, lines: [] });
  });

  describe('whose process is killed half-way through an import', () => {
    const rows = 250_000;
    const large = () => {
      const lines = Array.from({ length: rows }, (_, i) => `x${(i % 2) + 1},2026-01-${10 + (i % 19)},F${i % 7}`);
      return folder({ ...small, 'use.csv': `id,day,feature\n${lines.join('\n')}\n` });
    };

    /** Starts the import in a process of its own and kills it once it has said this. */
    const killAt = async (dir: string, said: string) => {
      const program = `import('${import.meta.dirname}/prepare-database.ts').then(({ prepareDatabase }) =>
        prepareDatabase({ file: ${JSON.stringify(file())}, data: { dir: ${JSON.stringify(dir)} }, seed: 0, end: new Date(0), accounts: 0,
          progress: (line) => require('node:fs').writeSync(1, line + '\\n') }));`;
      const child = spawn(process.execPath, ['--conditions=@hale/source', '--eval', program], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const exited = once(child, 'exit');
      for await (const line of createInterface({ input: child.stdout }))
        if (line.startsWith(said)) child.kill('SIGKILL');
      expect((await exited)[1], 'it was killed before it was done').to.equal('SIGKILL');
    };

    for (const said of ['use.csv: 100,000 rows', `use.csv: ${rows.toLocaleString('en')} rows`]) {
      it(`holds what it held before, and imports when asked again (killed at "${said}")`, async () => {
        const before = (await withDatabase({}, content)).result;
        const dir = large();
        await killAt(dir, said);
        const { result, lines } = await withDatabase({}, content);
        expect({ result, lines }).to.deep.equal({ result: before, lines: [] });
        const again = await withDatabase({ data: { dir } }, (database) =>
          database.rows('SELECT count(*) AS n FROM events'),
        );
        expect(again.result).to.deep.equal([{ n: rows }]);
      });
    }
  });
});
