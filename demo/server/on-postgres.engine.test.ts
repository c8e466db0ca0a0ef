import { type Engine, openPostgres } from '@hale/cli';
import { differences } from '@hale/cli/conformance';
import { expect } from 'chai';
import type { Hono } from 'hono';
import { type PostgresServer, postgresServer } from '../../scripts/postgres/server.ts';
import { prepareDatabase } from '../data/prepare-database.ts';
import { cursorsSignedWith } from './accounts/cursor.ts';
import { createApp } from './app.ts';
import { copyToPostgres } from './database/copy-to-postgres.ts';
import { openPostgresDatabase, type PostgresDatabase } from './database/postgres-database.ts';
import type { Database, Session, Store } from './database/session.ts';
import { answerOf } from './fixtures/answer.ts';
import { asStaff } from './fixtures/as-staff.ts';
import { suiteFolder } from './fixtures/suite-folder.ts';
import { readRows } from './ingestion/read-batch.ts';
import { takeIn } from './ingestion/take-in.ts';
import { chooseModel } from './models/choose-model.ts';
import { modelsFor } from './models/models.ts';
import { readReports } from './reading/reports.ts';
import { rescore } from './scoring/rescore.ts';
import { scorePortfolio } from './scoring/score-portfolio.ts';
import { type ServerOptions, startServer } from './start-server.ts';
import { demoTokens } from './tokens/demo-tokens.ts';
import { dueMessages, nextDue, noteFired, settle } from './webhooks/outbox.ts';

const end = new Date('2026-03-02T09:00:00Z');
const company = { seed: 3, accounts: 10, end };
const quiet = () => {};
const { tokens } = demoTokens();

async function appOver(store: Store) {
  const portfolio = { session: store, model: chooseModel(''), asOf: end.getTime() };
  await scorePortfolio(store, portfolio, quiet);
  return createApp({
    portfolio,
    store,
    cursors: cursorsSignedWith('one'),
    tokens,
    pages: null,
    logError: console.error,
  });
}

function asking(app: Hono): Ask {
  const request = asStaff((path, init) => app.request(path, init));
  return async (path) => {
    const answer = await request(path);
    expect(answer.status, path).to.equal(200);
    return answerOf(answer);
  };
}

type Ask = (path: string) => Promise<unknown>;

/** Every route, with every way to sort and to filter. */
async function routes(ask: Ask): Promise<string[]> {
  const { accounts } = (await ask('/v1/accounts?status=all&limit=200')) as { accounts: { id: string }[] };
  const ids = accounts.map(({ id }) => id);
  const sorts = ['score', 'change', 'name', 'renewal', 'value', 'coverage'].flatMap((key) => [key, `-${key}`]);
  return [
    '/v1/portfolio',
    '/v1/backtest',
    '/v1/models',
    '/v1/model',
    ...modelsFor(chooseModel('')).map(({ id }) => `/v1/observations?model=${id}`),
    ...sorts.map((sort) => `/v1/accounts?status=all&sort=${sort}`),
    '/v1/accounts?tier=healthy',
    '/v1/accounts?tier=none',
    '/v1/accounts?q=e',
    '/v1/accounts?signal=usage-drop',
    `/v1/health?ids=${ids.slice(0, 4).join(',')},nobody`,
    ...ids.flatMap((id) => ['', '/health', '/adoption', '/data'].map((part) => `/v1/accounts/${id}${part}`)),
  ];
}

describe('the demo on Postgres', function () {
  this.timeout(300_000);
  const folder = suiteFolder();
  const file = `${folder.path}/company.duckdb`;
  const server: PostgresServer = postgresServer();
  let database: Database;
  let here: Ask;

  before(async () => {
    database = await prepareDatabase({ file, ...company });
    here = asking(await appOver(database));
  });
  after(async () => {
    database.close();
    await server.stop();
    folder.remove();
  });

  async function same(there: Ask) {
    for (const path of await routes(here))
      expect(differences(await here(path), await there(path)), path).to.deep.equal([]);
  }

  describe('inside this process', () => {
    let engine: Engine;
    let postgres: PostgresDatabase;

    before(async () => {
      engine = await openPostgres();
      // It is the same database again and again, and has one connection.
      postgres = await openPostgresDatabase('', async () => ({ ...engine, close: async () => {} }), 1);
    });
    after(() => engine.close());

    it('answers on every route as from the file', async () => {
      await copyToPostgres(database, postgres, quiet);
      await same(asking(await appOver(postgres)));
    });

    it('keeps what people say of a score', async () => {
      const app = await appOver(postgres);
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ says: 'disagree', why: 'They sign on Monday.' });
      const path = '/v1/accounts/acct-0001';
      const request = asStaff((path, init) => app.request(path, init));
      expect((await request(`${path}/feedback`, { method: 'POST', headers, body })).status).to.equal(204);
      expect(JSON.stringify(await asking(app)(`${path}/data`))).to.include('They sign on Monday.');
    });

    it('scores accounts again when events of theirs come in, as it would score all of them', async () => {
      const portfolio = { session: postgres, model: chooseModel(''), asOf: end.getTime() };
      const ids = ['acct-0002', 'acct-0004'];
      const reports = () => readReports(portfolio, ids);
      const before = await reports();
      const events = ids.map((account, week) => {
        const at = new Date(end.getTime() - (1 + 70 * week) * 86_400_000).toISOString();
        return { account, name: 'ticket', at, properties: { priority: 'urgent' } };
      });
      const rows = readRows(Array(9).fill(events).flat());
      await takeIn(postgres, { bearer: 'test', key: 'again', text: '', rows }, 0);
      expect(await rescore(postgres, portfolio, end.getTime(), noteFired)).to.deep.equal({ changed: ids, scored: 2 });
      expect(await rescore(postgres, portfolio, end.getTime())).to.deep.equal({ changed: [], scored: 0 });
      const again = await reports();
      // What newly fires waits to be told.
      const [first, ...rest] = await dueMessages(postgres, end.getTime(), 50);
      if (!first) throw new Error('Nothing waits to be told.');
      await settle(postgres, first, null);
      for (const one of rest) await settle(postgres, one, end.getTime() + 5000);
      expect(await dueMessages(postgres, end.getTime(), 50)).to.deep.equal([]);
      expect(await nextDue(postgres)).to.equal(rest.length ? end.getTime() + 5000 : null);
      for (const id of ids) expect(differences(before.get(id), again.get(id)), id).not.to.deep.equal([]);
      await postgres.run(`DELETE FROM meta WHERE key = 'scored'`);
      await scorePortfolio(postgres, portfolio, quiet);
      const anew = await reports();
      for (const id of ids) expect(differences(anew.get(id), again.get(id)), id).to.deep.equal([]);
    });
  });

  describe('on a server', () => {
    const lacks = server.lacks();
    if (lacks !== null) {
      return void it(lacks, function () {
        this.skip();
      });
    }
    const told: string[] = [];
    let options: ServerOptions;

    before(async () => {
      const database = await server.start();
      // The file cannot be opened twice, and one of the same company comes to the same records.
      options = {
        file: `${folder.path}/again.duckdb`,
        ...company,
        port: 0,
        database,
        progress: (line) => told.push(line),
      };
    });

    const during = async (work: (ask: Ask) => Promise<unknown>) => {
      const { url, close } = await startServer(options);
      const request = asStaff((path, init) => fetch(`${url}${path}`, init));
      await work((path) => answerOf(request(path))).finally(close);
    };

    it('answers on every route as from the file, and is there at once when it starts again', async () => {
      await during(same);
      expect(told.join()).to.match(/Scoring 10 accounts as of \d+ weeks and of today/);
      told.length = 0;
      await during(async (ask) =>
        expect(differences(await here('/v1/accounts'), await ask('/v1/accounts'))).to.deep.equal([]),
      );
      expect(told).to.deep.equal([]);
    });

    it('reads the server alone: what is changed there is what it answers', async () => {
      const engine = await openPostgres(options.database);
      await engine.run({ text: `update hale_demo.accounts set name = 'Renamed'`, values: [] });
      await engine.close();
      await during(async (ask) =>
        expect(JSON.stringify(await ask('/v1/accounts/acct-0001/data'))).to.include('"Renamed"'),
      );
    });

    it('leaves the records that are there where copying others ends halfway', async () => {
      const postgres = await openPostgresDatabase(options.database ?? '');
      const before = await postgres.rows('SELECT count(*) AS events FROM events');
      await database.run(`UPDATE meta SET value = '2026-03-01T00:00:00Z' WHERE key = 'asOf'`);
      const failing: Session = {
        ...database,
        rows: (sql, parameters) =>
          sql.includes('FROM events WHERE') ? Promise.reject(new Error('gone')) : database.rows(sql, parameters),
      };
      const error = await copyToPostgres(failing, postgres, quiet).then(
        () => null,
        (reason: Error) => reason.message,
      );
      expect(error).to.equal('gone');
      expect(await postgres.rows('SELECT count(*) AS events FROM events')).to.deep.equal(before);
      await postgres.close();
    });
  });
});
