import { openPostgres } from '@hale/cli';
import { differences } from '@hale/cli/conformance';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { expect } from 'chai';
import { prepareDatabase } from '../../data/prepare-database.ts';
import type { Database } from '../database/session.ts';
import { suiteFolder } from '../fixtures/suite-folder.ts';
import { onPostgres } from './on-postgres.ts';
import { keptReports } from './report-table.ts';
import { scorePortfolio } from './score-portfolio.ts';

describe('scoring on Postgres', function () {
  this.timeout(300_000);
  const folder = suiteFolder();
  const end = new Date('2026-03-02T09:00:00Z');
  let database: Database;

  before(async () => {
    database = await prepareDatabase({ file: `${folder.path}/company.duckdb`, seed: 3, accounts: 8, end });
  });
  after(() => {
    database.close();
    folder.remove();
  });

  it('leaves the reports that the file itself comes to', async () => {
    const portfolio = { session: database, model: b2bSaas, asOf: end.getTime() };
    await scorePortfolio(database, portfolio, () => {});
    const here = await keptReports(database);
    const engine = await openPostgres();
    try {
      await scorePortfolio(
        database,
        portfolio,
        () => {},
        onPostgres(engine, () => {}),
      );
      const [counted] = await engine.run({ text: 'select count(*) as n from hale_demo.accounts', values: [] });
      expect(counted).to.deep.equal({ n: 8 });
    } finally {
      await engine.close();
    }
    const there = await keptReports(database);
    expect(here.size).to.equal(8);
    for (const [id, report] of here) expect(differences(report, there.get(id)), id).to.deep.equal([]);
  });
});
