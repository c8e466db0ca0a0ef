import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAccount } from '@hale/core';
import { expect } from 'chai';
import { openDuckDb } from './duckdb.ts';

describe('DuckDB, filled with accounts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hale-duckdb-test-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has them for every statement, and leaves the file it was opened on as it was', async () => {
    const file = join(folder, 'warehouse.duckdb');
    const ids = { text: 'select id from accounts', values: [] };
    const mine = await openDuckDb(file);
    await mine.run({ text: "create table accounts as select 'mine' as id", values: [] });
    for (const id of ['a', 'b']) {
      await mine.fill([parseAccount({ id })]);
      expect(await mine.run(ids)).to.deep.equal([{ id }]);
      const streamed = [];
      for await (const rows of mine.stream(ids)) streamed.push(...rows);
      expect(streamed).to.deep.equal([{ id }]);
    }
    await mine.close();
    const again = await openDuckDb(file, { access_mode: 'READ_ONLY' });
    expect(await again.run(ids)).to.deep.equal([{ id: 'mine' }]);
    await again.fill([]);
    expect(await again.run(ids)).to.deep.equal([]);
    await again.close();
  });
});
