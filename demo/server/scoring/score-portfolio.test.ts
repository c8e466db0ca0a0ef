import { defineModel } from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { expect } from 'chai';
import { openDatabase } from '../database/database.ts';
import type { Rows } from '../database/rows.ts';
import type { Database } from '../database/session.ts';
import { suiteFolder } from '../fixtures/suite-folder.ts';
import { accountRows } from '../reading/account-row.ts';
import { readReports } from '../reading/reports.ts';
import { scorePortfolio } from './score-portfolio.ts';
import { scoreWeekly } from './score-weekly.ts';

const day = 86_400_000;
const asOf = Date.parse('2026-06-01T00:00:00Z');

describe('scorePortfolio', () => {
  const folder = suiteFolder();
  let database: Database;
  let progress: string[];

  beforeEach(async () => {
    progress = [];
    database = await openDatabase(`${folder.path}/${Math.random()}.duckdb`);
    await database.transaction(async (transaction) => {
      const accounts = await transaction.append('accounts');
      const account = { ended: null, tracked: ['use'] };
      accounts.add({ ...account, id: 'old', name: 'Old & Sons', since: asOf - 900 * day });
      accounts.add({ ...account, id: 'new', name: 'Änew', since: asOf - 20 * day });
      accounts.add({ ...account, id: 'left', name: null, since: asOf - 900 * day, ended: asOf - 30 * day });
      const events = await transaction.append('events');
      for (let ago = 140; ago > 0; ago--)
        for (const id of ['old', 'new', 'left']) events.add(use(id, asOf - ago * day));
      const facts = await transaction.append('facts');
      const fact = { account_id: 'old', number: null, text: null, boolean: null };
      facts.add({ ...fact, name: 'seats', at: asOf - 400 * day, number: 4 });
      facts.add({ ...fact, name: 'seats', at: asOf + day, number: 9 });
      facts.add({ ...fact, name: 'renewal', at: null, text: '2026-09-30' });
      facts.add({ ...fact, name: 'yearlyValue', at: null, text: 'a lot' });
    });
  });

  afterEach(() => database.close());
  after(() => folder.remove());

  const use = (account_id: string, at: number): Rows['events'] => ({
    account_id,
    name: 'use',
    at,
    until: null,
    user_id: 'Ada',
    count: 1,
    properties: null,
  });
  const portfolio = () => ({ session: database, model: b2bSaas, asOf });
  const score = () => scorePortfolio(database, portfolio(), (line) => progress.push(line));
  const weeksOf = async (id: string) =>
    (
      await database.rows<{ at: string }>(`SELECT h.at AS "at" FROM history h WHERE account_id = $1 ORDER BY 1`, [id])
    ).map(({ at }) => (asOf - Date.parse(at)) / (7 * day));

  it('keeps a score for each week that the records say enough about, while the account was a customer', async () => {
    await score();
    // 140 days of records less a quarter to look back over are 7 whole weeks.
    expect(await weeksOf('old')).to.deep.equal([7, 6, 5, 4, 3, 2, 1]);
    expect(await weeksOf('new')).to.deep.equal([2, 1]);
    expect(await weeksOf('left')).to.deep.equal([7, 6]);
  });

  it('summarises the report of an account: today’s, or the last one of an account that has left', async () => {
    await score();
    const reports = await readReports(portfolio(), ['old', 'left']);
    const rows = await database.rows('SELECT * FROM summaries ORDER BY account_id');
    const [left, , old] = rows;
    expect(rows.map((row) => row.account_id)).to.deep.equal(['left', 'new', 'old']);
    expect(left).to.include({ name: 'left', ended: new Date(asOf - 30 * day).toISOString() });
    expect(left?.as_of)
      .to.equal(new Date(asOf - 35 * day).toISOString())
      .and.to.equal(reports.get('left')?.asOf);
    const report = reports.get('old');
    expect(old).to.include({ score: report?.score, tier: report?.tier, change: report?.trend.change, ended: null });
    expect(old).to.include({ seats: 4, renewal: '2026-09-30', yearly_value: null, active_users: 1, industry: null });
    expect(old?.spark).to.deep.equal(report?.trend.points.slice(-26).map((point) => point.score));
    expect(old?.signals).to.deep.equal(report?.signals.map(({ id }) => id));
    expect(rows[1]?.name_key).to.equal('anew');
  });

  it('leaves the same behind however many weeks a statement reads', async () => {
    const accounts = await accountRows(database);
    const weeks = [4, 3, 2, 1].map((ago) => asOf - ago * 7 * day);
    const inOne = await scoreWeekly(portfolio(), accounts, weeks);
    expect(await scoreWeekly(portfolio(), accounts, weeks, { rows: 2 * accounts.length })).to.deep.equal(inOne);
    expect(inOne.history.get('old')?.map(({ at }) => Date.parse(at))).to.deep.equal(weeks);
    // Today's reports are another statement's.
    expect(inOne.reports.map(({ account, asOf }) => [account.id, asOf])).to.deep.equal([
      ['left', new Date(asOf - 35 * day).toISOString()],
    ]);
  });

  it('does so once, and again only when the model is another', async () => {
    await score();
    const told = progress.length;
    await score();
    expect(progress.length).to.equal(told);
    const other = defineModel({ ...b2bSaas, version: '9.9' });
    await scorePortfolio(database, { ...portfolio(), model: other }, (line) => progress.push(line));
    expect(progress.length).to.be.above(told);
    expect(await database.rows('SELECT DISTINCT version FROM history')).to.deep.equal([{ version: '9.9' }]);
  });
});
