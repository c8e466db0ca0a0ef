import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { expect } from 'chai';
import type { Hono } from 'hono';
import { cursorsSignedWith } from '../accounts/cursor.ts';
import { createApp } from '../app.ts';
import { openDatabase } from '../database/database.ts';
import type { Database } from '../database/session.ts';
import { asStaff } from '../fixtures/as-staff.ts';
import { suiteFolder } from '../fixtures/suite-folder.ts';
import type { TakenIn } from '../ingestion/take-in.ts';
import { demoTokens } from '../tokens/demo-tokens.ts';

describe('events that are sent in', () => {
  const folder = suiteFolder();
  const asOf = Date.UTC(2026, 10, 22, 9);
  let database: Database;
  let app: Hono;
  let forgotten = 0;

  before(async () => {
    database = await openDatabase(`${folder.path}/events.duckdb`);
    await database.run(`INSERT INTO accounts (id, name) VALUES ('a', 'Acme'), ('b', 'Bodega')`);
    app = createApp({
      portfolio: { session: database, model: b2bSaas, asOf },
      store: database,
      made: { report: () => Promise.reject(), readAhead: async () => {}, forget: () => forgotten++ },
      cursors: cursorsSignedWith('key'),
      tokens: demoTokens().tokens,
      pages: null,
      logError: () => {},
    });
  });
  beforeEach(async () => {
    await database.run('DELETE FROM events');
    await database.run(`INSERT OR REPLACE INTO meta VALUES ('scored', 'mark')`);
  });
  after(() => {
    database.close();
    folder.remove();
  });

  const staff = asStaff((path, init) => app.request(path, init));
  const staffOfA = asStaff((path, init) => app.request(path, init), { audience: 'internal', account: 'a' });
  let batches = 0;
  const post = (body: string, headers: Record<string, string> = {}, ask = staff) =>
    ask('/v1/events', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'idempotency-key': `batch-of-test-${++batches}`, ...headers },
    });
  const send = async (events: readonly unknown[], headers: Record<string, string> = {}, ask = staff) => {
    const answer = await post(JSON.stringify({ events }), headers, ask);
    expect(answer.status).to.equal(200);
    return (await answer.json()) as TakenIn;
  };
  const kept = () => database.rows<object>('SELECT * FROM events ORDER BY account_id, "at"');
  const login = { account: 'a', name: 'login', at: '2026-11-21T09:00:00Z' };

  it('are kept as they were sent, and their accounts noted, to be scored again', async () => {
    const before = forgotten;
    const ticket = {
      account: 'b',
      name: 'ticket',
      at: '2026-11-20T09:00:00.500Z',
      until: '2026-11-21T00:00:00Z',
      user: 'mira@bodega.example',
      count: 2.5,
      properties: { priority: 'urgent', "it's": '\\u0000 "quoted" 日本', n: 1, b: false, none: null },
    };
    expect(await send([login, ticket])).to.deep.equal({ accepted: 2, refused: [] });
    const { account, user, ...rest } = ticket;
    expect(await kept()).to.deep.equal([
      {
        account_id: 'a',
        name: 'login',
        at: '2026-11-21T09:00:00.000Z',
        until: null,
        user_id: null,
        count: 1,
        properties: null,
      },
      { ...rest, account_id: account, user_id: user, until: '2026-11-21T00:00:00.000Z' },
    ]);
    expect(forgotten).to.equal(before + 1);
    const noted = await database.rows<object>('SELECT account_id, since FROM touched ORDER BY account_id');
    expect(noted).to.deep.equal([
      { account_id: 'a', since: '2026-11-21T09:00:00.000Z' },
      { account_id: 'b', since: '2026-11-20T09:00:00.500Z' },
    ]);
  });

  it('are refused row by row with what is wrong, and the others are kept', async () => {
    const rows = [
      login,
      { ...login, account: 'nobody' },
      { ...login, at: 'yesterday' },
      { ...login, count: 0 },
      { ...login, until: 'soon' },
      { ...login, surprise: 1 },
      { name: 'login', at: login.at },
      'login',
      null,
      { ...login, user: 'half \ud800' },
      { ...login, properties: { zero: '\u0000' } },
      { ...login, properties: { deep: { er: 1 } } },
      JSON.parse('{"account": "a", "name": "login", "at": "2026-11-21T09:00:00Z", "__proto__": {"x": 1}}'),
      JSON.parse('{"account": "a", "name": "login", "at": "2026-11-21T09:00:00Z", "count": 1e999}'),
      { ...login, at: '2026-11-21T10:00:00Z' },
    ];
    const { accepted, refused } = await send(rows);
    expect([accepted, refused.map(({ row }) => row)]).to.deep.equal([
      2,
      rows.slice(1, -1).map((_, place) => place + 1),
    ]);
    expect(refused[0]).to.deep.equal({
      row: 1,
      code: 'unknown-account',
      path: 'events[1].account',
      message: 'events[1].account must be an account that this token is for, not "nobody".',
    });
    expect(refused[1]?.path).to.equal('events[2].at');
    for (const { row, path, message } of refused) {
      expect(path, message).to.match(new RegExp(`^events\\[${row}\\]`));
      expect(message).to.match(new RegExp(`^events\\[${row}\\]`));
    }
    expect(await kept()).to.have.length(2);
  });

  it('are kept once when they are sent again under their key, also at the same time, and answered as before', async () => {
    const events = [login, { ...login, account: 'nobody' }];
    const key = { 'idempotency-key': 'once-and-no-more' };
    const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => send(events, key)));
    for (const other of [...others, await send(events, key)]) expect(other).to.deep.equal(first);
    expect(await kept()).to.have.length(1);
    const another = await post(JSON.stringify({ events: [login] }), key);
    expect([another.status, (await another.json()).type]).to.deep.equal([422, 'urn:problem-type:hale:key-reused']);
    // The same words of another bearer are another key.
    expect(await send([login], key, staffOfA)).to.deep.equal({ accepted: 1, refused: [] });
    expect(await kept()).to.have.length(2);
  });

  it('of an account that the token is not for are refused as those of one that is not there', async () => {
    const { refused } = await send([{ ...login, account: 'b' }, { ...login, account: 'c' }, login], {}, staffOfA);
    expect(refused.map(({ message }) => message)).to.deep.equal([
      'events[0].account must be an account that this token is for, not "b".',
      'events[1].account must be an account that this token is for, not "c".',
    ]);
  });

  it('are refused as a whole where the batch cannot be read, is too long, or has no key', async () => {
    const wrong: [number, Promise<Response>][] = [
      [400, post('{"events": []}')],
      [400, post('[]')],
      [400, post('{"events": [1]')],
      [400, post('['.repeat(200_000))],
      [400, post(JSON.stringify({ events: Array(1001).fill(login) }))],
      [400, post(JSON.stringify({ events: [login] }), { 'content-type': 'text/plain' })],
      [400, post(JSON.stringify({ events: [login] }), { 'idempotency-key': 'short' })],
      [413, post(JSON.stringify({ events: [{ ...login, name: 'x'.repeat(1_000_000) }] }))],
    ];
    for (const [place, [status, answer]] of wrong.entries()) expect((await answer).status, `${place}`).to.equal(status);
    expect(await kept()).to.deep.equal([]);
  });

  it('that are too long are refused over a connection that is said to end', async () => {
    const answer = await post(JSON.stringify({ events: [{ ...login, name: 'x'.repeat(1_000_000) }] }));
    expect(answer.headers.get('connection')).to.equal('close');
  });
});

describe('a subject that asks too often', () => {
  it('is told when to come again, and others are answered', async () => {
    const folder = suiteFolder();
    const database = await openDatabase(`${folder.path}/rate.duckdb`);
    const app = createApp({
      portfolio: { session: database, model: b2bSaas, asOf: 0 },
      store: database,
      cursors: cursorsSignedWith('key'),
      tokens: demoTokens().tokens,
      rate: { requests: 3, seconds: 3600 },
      pages: null,
      logError: () => {},
    });
    const ask = (path: string, init?: RequestInit) => app.request(path, init);
    const one = asStaff(ask);
    for (let time = 0; time < 3; time++) expect((await one('/v1/models')).status).to.equal(200);
    const refused = await one('/v1/models');
    expect(refused.status).to.equal(429);
    expect(Number(refused.headers.get('retry-after'))).to.be.within(3500, 3600);
    expect((await refused.json()).detail).to.match(
      /^At most 3 requests in 3600 seconds are answered: come again in \d+ s\.$/,
    );
    // Another token of the same subject is the same subject.
    expect((await asStaff(ask)('/v1/models')).status).to.equal(429);
    expect((await asStaff(ask, { audience: 'customer', account: 'a' })('/v1/models')).status).to.equal(403);
    database.close();
    folder.remove();
  });
});
