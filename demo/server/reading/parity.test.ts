import { buildReport, type Report } from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { expect } from 'chai';
import { prepareDatabase } from '../../data/prepare-database.ts';
import type { Database } from '../database/session.ts';
import { suiteFolder } from '../fixtures/suite-folder.ts';
import type { Portfolio } from '../portfolio.ts';
import { scorePortfolio } from '../scoring/score-portfolio.ts';
import { accountDocument } from './account-document.ts';
import { accountRows } from './account-row.ts';
import { readReports } from './reports.ts';
import { reportInstant } from './scoring-instants.ts';

/** The same account scored from the database and from a document with the same rows. */
describe('a report read from the database', () => {
  const folder = suiteFolder();
  const end = new Date('2026-03-02T09:00:00Z');
  let database: Database;
  let portfolio: Portfolio;

  before(async function () {
    this.timeout(60_000);
    database = await prepareDatabase({ file: `${folder.path}/company.duckdb`, seed: 3, accounts: 24, end });
    portfolio = { session: database, model: b2bSaas, asOf: end.getTime() };
    await scorePortfolio(database, portfolio, () => {});
  });

  after(() => {
    database.close();
    folder.remove();
  });

  it('is the one that the core builds from the same rows', async () => {
    const accounts = await accountRows(database);
    const reports = await readReports(
      portfolio,
      accounts.map(({ id }) => id),
    );
    expect(reports.size).to.equal(24);
    for (const { id, ended } of accounts) {
      const now = reportInstant(ended, portfolio.asOf);
      const document = await accountDocument(database, id);
      if (!document) throw new Error(`${id} has no document`);
      const expected = buildReport(b2bSaas, document, { now: new Date(now) });
      const found = reports.get(id);
      if (!found) throw new Error(`${id} has no report`);
      expect(rounded(found), id).to.deep.equal(rounded(expected));
      expect(found.activity, id).to.deep.equal(expected.activity);
      for (const [index, { points }] of found.contributions.entries()) {
        const inPage = expected.contributions[index]?.points ?? null;
        if (points === null || inPage === null) expect(points, id).to.equal(inPage);
        else expect(points, id).to.be.closeTo(inPage, 1e-9);
      }
    }
  });

  it('is asked of accounts that differ: some lack a measure, some have signals, some have left', async () => {
    const accounts = await accountRows(database);
    const reports = [
      ...(
        await readReports(
          portfolio,
          accounts.map(({ id }) => id),
        )
      ).values(),
    ];
    const statuses = reports.flatMap(({ contributions }) => contributions.map(({ status }) => status));
    expect(new Set(statuses)).to.include.all.keys('observed', 'missing');
    expect(new Set(reports.flatMap(({ signals }) => signals.map(({ id }) => id))).size).to.be.at.least(3);
    expect(reports.some(({ activity }) => activity?.grids.length === 3)).to.equal(true);
    expect(accounts.some(({ ended }) => ended !== null)).to.equal(true);
  });
});

/** The report with its figures cut to nine places, since two engines may add up in another order. */
function rounded(report: Report): unknown {
  const keep = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(9)) : value);
  return JSON.parse(JSON.stringify(report, keep));
}
