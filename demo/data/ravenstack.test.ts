import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { portfolioBacktest } from '../server/backtest/portfolio-backtest.ts';
import { temporaryFolder } from '../server/database/fixtures/temporary-folder.ts';
import type { Database } from '../server/database/session.ts';
import { chooseModel } from '../server/models/choose-model.ts';
import { prepareDatabase, readMeta } from './prepare-database.ts';

/** Beside the repository, where those who have the real data keep it; it is not part of the project. */
const dir = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'ravenstack');

describe('the RavenStack tables', function () {
  this.timeout(60_000);
  const path = temporaryFolder();
  let database: Database | null = null;
  const lines: string[] = [];
  const rows = async (sql: string) => database?.rows(sql);

  before(function () {
    if (existsSync(dir)) return;
    console.log('The RavenStack tables are not at ../shared/data/ravenstack, so importing them is not tested.');
    this.skip();
  });
  beforeEach(async () => {
    lines.length = 0;
    const options = { file: path('hale.duckdb'), data: { dir }, seed: 0, end: new Date(0), accounts: 0 };
    database = await prepareDatabase({ ...options, progress: (line) => lines.push(line) });
  });
  afterEach(() => {
    database?.close();
    database = null;
  });

  // The figures were counted from the files by other means.
  it('give every account, every ticket, every churn, and all use but the two rows that say 0 times', async () => {
    expect(
      await rows(
        'SELECT count(*) AS n, count(name) AS named, count(since) AS dated, count(ended) AS ended FROM accounts',
      ),
    ).to.deep.equal([{ n: 500, named: 500, dated: 500, ended: 0 }]);
    expect(
      await rows('SELECT name, count(*) AS n, sum(count) AS times FROM events GROUP BY name ORDER BY name'),
    ).to.deep.equal([
      { name: 'plan', n: 747, times: 747 },
      { name: 'ticket', n: 2000, times: 2000 },
      { name: 'use', n: 24_998, times: 250_525 },
    ]);
    expect(lines).to.include('left out 2 rows: use with a count of 0 in ravenstack_feature_usage.csv');
    expect(
      await rows('SELECT kind, count(*) AS n, count(DISTINCT account_id) AS accounts FROM outcomes GROUP BY kind'),
    ).to.deep.equal([{ kind: 'churned', n: 600, accounts: 352 }]);
  });

  it('end when their last day ends', async () => {
    expect(database && (await readMeta(database))).to.include({
      title: 'RavenStack',
      asOf: '2025-01-01T00:00:00.000Z',
    });
  });

  it('track only what they hold, and name no one', async () => {
    expect(await rows('SELECT DISTINCT tracked FROM accounts')).to.deep.equal([{ tracked: ['use', 'ticket', 'plan'] }]);
    expect(await rows('SELECT count(user_id) AS users FROM events')).to.deep.equal([{ users: 0 }]);
    const facts = await database?.rows<{ name: string }>('SELECT DISTINCT name FROM facts ORDER BY name');
    expect(facts?.map(({ name }) => name).join(' ')).to.equal(
      'country csat features industry plan seats source trial yearlyValue',
    );
  });

  it('sum seats and yearly value over the paid subscriptions in force', async () => {
    const latest = `SELECT name, number FROM facts WHERE number IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY account_id, name ORDER BY "at" DESC) = 1`;
    expect(
      await rows(
        `SELECT name, sum(number) AS sum FROM (${latest}) WHERE name IN ('seats', 'yearlyValue') GROUP BY name ORDER BY name`,
      ),
    ).to.deep.equal([
      { name: 'seats', sum: 113_412 },
      { name: 'yearlyValue', sum: 121_915_296 },
    ]);
  });

  it('read use through the subscription, and priorities and answers in the words of the model', async () => {
    expect(
      await rows(
        `SELECT count(*) AS n, sum(count) AS times FROM events WHERE name = 'use' AND account_id = 'A-2e4581'`,
      ),
    ).to.deep.equal([{ n: 55, times: 535 }]);
    expect(
      await rows(
        `SELECT properties->>'priority' AS priority, count(*) AS n FROM events WHERE name = 'ticket' GROUP BY 1 ORDER BY 1`,
      ),
    ).to.deep.equal([
      { priority: 'high', n: 510 },
      { priority: 'low', n: 485 },
      { priority: 'normal', n: 491 },
      { priority: 'urgent', n: 514 },
    ]);
    expect(
      await rows(
        `SELECT f.at, number FROM facts f WHERE name = 'csat' AND account_id = 'A-bb3bd4' ORDER BY f.at DESC LIMIT 1`,
      ),
    ).to.deep.equal([{ at: '2024-12-14T17:00:00.000Z', number: 0.6 }]);
  });

  it('tell nothing ahead of who leaves: the backtest says plainly that the score has no useful skill', async () => {
    if (!database) throw new Error('The tables are not imported.');
    const { asOf } = (await readMeta(database)) ?? { asOf: '' };
    const portfolio = { session: database, model: chooseModel('RavenStack'), asOf: Date.parse(asOf) };
    const { verdict, weights } = await portfolioBacktest(portfolio).report();
    expect(verdict.useful).to.equal(false);
    expect(verdict.sentence).to.match(/^No useful skill: AUC 0\.5\d?, .*which guessing may give as well\./);
    expect(weights?.advice).to.match(/^Keep today's weights/);
  });
});
