import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { parseBacktest } from '@hale/core/validation';
import { expect } from 'chai';
import { prepareDatabase } from '../../data/prepare-database.ts';
import type { Database } from '../database/session.ts';
import { suiteFolder } from '../fixtures/suite-folder.ts';
import { portfolioBacktest } from './portfolio-backtest.ts';

describe('the backtest of a portfolio', () => {
  const folder = suiteFolder();
  const end = new Date('2026-11-22T09:00:00Z');
  let database: Database;

  before(async function () {
    this.timeout(120_000);
    const file = `${folder.path}/company.duckdb`;
    database = await prepareDatabase({ file, seed: 1, accounts: 300, end, progress: () => {} });
  });
  after(() => {
    database.close();
    folder.remove();
  });

  it('is worked out once, from days with use to look back over, and shows that the generated company’s score has skill', async function () {
    this.timeout(240_000);
    const own = portfolioBacktest({ session: database, model: b2bSaas, asOf: end.getTime() });
    const [report, again] = await Promise.all([own.report(), own.report()]);
    expect(report === again).to.equal(true);
    expect(parseBacktest(JSON.parse(JSON.stringify(report)))).to.deep.equal(report);
    expect(report.accounts).to.equal(300);
    expect(report.verdict.useful, report.verdict.sentence).to.equal(true);
    // On a day before there is use to look back over, all would seem silent.
    const [use] = await database.rows<{ first: string }>(`SELECT min("at") AS first FROM events WHERE name = 'use'`);
    expect(Date.parse(report.cutOffs[0] ?? '')).to.be.at.least(Date.parse(use?.first ?? '') + 84 * 86_400_000);
  });
});
