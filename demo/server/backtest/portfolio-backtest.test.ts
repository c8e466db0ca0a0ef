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
    database = await prepareDatabase({ file, seed: 1, accounts: 200, end, progress: () => {} });
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
    expect(report.accounts).to.equal(200);
    expect(report.made?.program).to.match(/^hale demo \d+\.\d+\.\d+/);
    expect(report.made).to.deep.include({ files: [report.title], seed: 1, draws: 400 });
    expect(report.verdict.useful, report.verdict.sentence).to.equal(true);
    // On a day before there is use to look back over, all would seem silent.
    const [use] = await database.rows<{ first: string }>(`SELECT min("at") AS first FROM events WHERE name = 'use'`);
    expect(Date.parse(report.cutOffs[0] ?? '')).to.be.at.least(Date.parse(use?.first ?? '') + 84 * 86_400_000);

    // What somebody says changes what was said, and nothing else; however often it is asked, it is read once.
    expect(report.feedback).to.equal(null);
    await database.run(
      `INSERT INTO events (account_id, name, "at", count, properties)
       SELECT min(id), 'score-feedback', $at, 1, CAST('{"says": "disagree", "why": "They left"}' AS JSON) FROM accounts`,
      { at: new Date(end.getTime() - 1) },
    );
    own.forget();
    const [told, same] = await Promise.all([own.report(), own.report()]);
    expect(told === same).to.equal(true);
    const { feedback, ...rest } = told;
    expect({ ...rest, feedback: null }).to.deep.equal(report);
    expect(feedback).to.deep.include({ agree: 0, disagree: 1 });
    expect(feedback?.latest[0]).to.deep.include({ says: 'disagree', why: 'They left', happened: null });
  });

  it('is given up when the server stops', async () => {
    const own = portfolioBacktest({ session: database, model: b2bSaas, asOf: end.getTime() });
    const stop = new AbortController();
    const ahead = own.readAhead(stop.signal);
    const asked = own.report().then(
      () => 'made',
      ({ name }: Error) => name,
    );
    setTimeout(() => stop.abort(), 100);
    await ahead;
    expect(await asked).to.equal('AbortError');
  });
});
