import { expect } from 'chai';
import { prepareDatabase } from '../../data/prepare-database.ts';
import type { Database } from '../database/session.ts';
import { suiteFolder } from '../fixtures/suite-folder.ts';
import { accountDocuments } from '../reading/account-document.ts';
import { accountTexts, readAccountText } from './account-text.ts';

describe('accounts as text, for a backtest', function () {
  this.timeout(60_000);
  const folder = suiteFolder();
  let database: Database;

  before(async () => {
    const end = new Date('2026-11-22T09:00:00Z');
    database = await prepareDatabase({ file: `${folder.path}/few.duckdb`, seed: 3, accounts: 12, end, progress() {} });
    await database.run(`INSERT INTO accounts (id, name) VALUES ('odd "one', NULL)`);
    await database.run(
      `INSERT INTO events (account_id, name, "at", count, properties)
       VALUES ('odd "one', 'a "use"', TIMESTAMP '2026-01-02 03:04:05.678', 2.5, CAST('{"k": "\\u0000 \\"x\\""}' AS JSON))`,
    );
  });
  after(() => {
    database.close();
    folder.remove();
  });

  it('tell the same as documents do, but for scores of before and those that people set', async () => {
    const ids = (await database.rows<{ id: string }>('SELECT id FROM accounts')).map(({ id }) => id);
    const told = (await accountTexts(database, ids)).map(readAccountText);
    const documents = await accountDocuments(database, ids);
    const records = documents.map(({ history: _, overrides: __, ...account }) => account);
    expect(told.reduce((sum, { events = [] }) => sum + events.length, 0)).to.be.above(1000);
    expect(told.map(({ history: _, overrides: __, ...account }) => account)).to.deep.equal(records);
  });
});
