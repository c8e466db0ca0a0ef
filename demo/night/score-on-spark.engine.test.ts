import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { differences } from '@hale/cli/conformance';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { expect } from 'chai';
import { sparkPython, sparkUntried } from '../../scripts/spark/python.ts';
import { prepareDatabase } from '../data/prepare-database.ts';
import { cursorsSignedWith } from '../server/accounts/cursor.ts';
import { createApp } from '../server/app.ts';
import type { Database } from '../server/database/session.ts';
import { asStaff } from '../server/fixtures/as-staff.ts';
import { suiteFolder } from '../server/fixtures/suite-folder.ts';
import { keptReports } from '../server/scoring/report-table.ts';
import { scorePortfolio } from '../server/scoring/score-portfolio.ts';
import { demoTokens } from '../server/tokens/demo-tokens.ts';
import { scoreOnSpark } from './score-on-spark.ts';

const lacks = await sparkUntried();

describe('a night on Spark', function () {
  this.timeout(1_200_000);
  if (lacks !== null) {
    return void it(lacks, function () {
      this.skip();
    });
  }

  const folder = suiteFolder();
  const end = new Date('2026-03-02T09:00:00Z');
  let database: Database;

  before(async () => {
    database = await prepareDatabase({ file: join(folder.path, 'company.duckdb'), seed: 3, accounts: 12, end });
  });
  after(() => {
    database?.close();
    folder.remove();
  });

  it('fills the table that the API serves with the reports that the database itself comes to', async () => {
    const portfolio = { session: database, model: b2bSaas, asOf: end.getTime() };
    await scorePortfolio(database, portfolio, () => {});
    const here = await keptReports(database);
    await database.run(`UPDATE reports SET report = json_merge_patch(report, '{"score": null}')`);

    const night = join(folder.path, "o'night");
    const spark = { python: await sparkPython(), rows: 'few' as const };
    const scored = await scoreOnSpark(database, portfolio, { folder: night, spark, progress: () => {} });

    const left = await database.rows<{ id: string }>('SELECT id FROM accounts WHERE ended <= $1', [end.toISOString()]);
    expect(scored).to.equal(here.size - left.length);
    expect(existsSync(join(night, 'reports.parquet'))).to.equal(true);
    const { tokens } = demoTokens();
    const app = createApp({
      portfolio,
      store: database,
      cursors: cursorsSignedWith('key'),
      tokens,
      pages: null,
      logError: () => {},
    });
    const request = asStaff((path, init) => app.request(path, init));
    for (const [id, report] of here) {
      if (left.some((one) => one.id === id)) continue;
      const answer = await request(`/v1/accounts/${id}/health`);
      expect(differences(report, await answer.json()), id).to.deep.equal([]);
    }
  });
});
