import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { answerOf, textOf } from './fixtures/answer.ts';
import { asStaff } from './fixtures/as-staff.ts';
import { type Forge, tokenStates } from './fixtures/forged-tokens.ts';
import { suiteFolder } from './fixtures/suite-folder.ts';
import { unread } from './fixtures/unread.ts';
import type { Listening } from './listen.ts';
import { apiRoutes } from './routes/routes.ts';
import { startServer } from './start-server.ts';
import { demoTokens } from './tokens/demo-tokens.ts';

const page = new URL('../docs/access.md', import.meta.url);

/** Whose token is sent; what is asked for is always account A. */
const bearers = ['staff, portfolio', 'staff, A', 'staff, B', 'customer A', 'customer B'] as const;
type Bearer = (typeof bearers)[number];
const [portfolio, staffA, staffB, customerA, customerB] = bearers;

const onlyPortfolio = { [portfolio]: 200, [staffA]: 403, [staffB]: 403, [customerA]: 403, [customerB]: 403 };
const staffOf = { [portfolio]: 200, [staffA]: 200, [staffB]: 404, [customerA]: 403, [customerB]: 403 };

/** What a good token opens: written by hand, one line a route. */
const opens: Readonly<Record<string, Readonly<Record<Bearer, number>>>> = {
  'GET /v1/accounts': onlyPortfolio,
  'GET /v1/accounts/A': staffOf,
  'GET /v1/accounts/A/health': staffOf,
  'GET /v1/accounts/A/adoption': { ...staffOf, [customerA]: 200, [customerB]: 404 },
  'GET /v1/accounts/A/data': staffOf,
  // What is out of reach is told to be missing, like what is not there.
  'GET /v1/health?ids=A': { ...staffOf, [staffB]: 200 },
  // To each of the accounts that the token is for, and of no other.
  'GET /v1/stream': { [portfolio]: 200, [staffA]: 200, [staffB]: 200, [customerA]: 200, [customerB]: 200 },
  'GET /v1/portfolio': onlyPortfolio,
  'GET /v1/portfolio/accounts': onlyPortfolio,
  'GET /v1/models': onlyPortfolio,
  'GET /v1/observations': onlyPortfolio,
  'GET /v1/model': onlyPortfolio,
  'GET /v1/backtest': onlyPortfolio,
  'POST /v1/accounts/A/feedback': { ...staffOf, [portfolio]: 204, [staffA]: 204 },
  // Row by row: of an account out of reach none is taken.
  'POST /v1/events': { ...staffOf, [staffB]: 200 },
  'GET /v1/nothing': { [portfolio]: 404, [staffA]: 404, [staffB]: 404, [customerA]: 404, [customerB]: 404 },
};

function expected(route: string, bearer: Bearer, state: string): number {
  if (state === 'good' || state === 'of an earlier key') return opens[route]?.[bearer] ?? 0;
  return state === 'wrong origin' ? 403 : 401;
}

describe('who may ask for what', function () {
  this.timeout(300_000);
  const folder = suiteFolder();
  const made = demoTokens();
  const logged: unknown[] = [];
  const { error } = console;
  let server: Listening;
  let ask: ReturnType<typeof asStaff>;
  let a: string;
  let b: string;

  before(async () => {
    console.error = (...words) => logged.push(...words);
    const end = new Date('2026-03-02T09:00:00Z');
    const company = { accounts: 6, seed: 3, end, tokens: made.tokens };
    server = await startServer({ file: `${folder.path}/company.duckdb`, port: 0, ...company });
    ask = asStaff((path, init) => fetch(`${server.url}${path}`, init));
    [a = '', b = ''] = (await answerOf(ask('/v1/accounts'))).accounts.map(({ id }) => id);
  });

  after(async () => {
    console.error = error;
    await server.close();
    folder.remove();
  });

  const grantOf = (bearer: Bearer) => ({
    audience: bearer.startsWith('staff') ? ('internal' as const) : ('customer' as const),
    account: bearer === portfolio ? null : bearer.endsWith('A') ? a : b,
    origin: server.url,
  });
  /** Asks on a route of the table with a token, about account A or another one. */
  function send(route: string, id: string, init: { headers: Record<string, string>; query?: string }) {
    const [method = '', path = ''] = route.split(' ');
    const address = new URL(server.url + path.replace(/\bA\b/, encodeURIComponent(id)));
    if (init.query) address.search += (address.search ? '&' : '') + init.query;
    const post = method === 'POST';
    const sent = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const headers = { ...init.headers, ...(post ? sent : {}) };
    const events = [{ account: id, name: 'login', at: '2026-03-03T09:00:00Z' }];
    const body = JSON.stringify(path === '/v1/events' ? { events } : { says: 'agree' });
    return fetch(address, { method, headers, ...(post ? { body } : {}) });
  }

  it('is as the table says, for every route, bearer and state of the token; no answer and no log has a token in it', async () => {
    const states = tokenStates(made);
    const lines: string[] = [];
    for (const route of Object.keys(opens)) {
      for (const bearer of bearers) {
        const cell = async ([state, { make, send: how }]: [string, Forge]): Promise<number> => {
          const token = await make(grantOf(bearer));
          const answer = await send(route, a, how(token));
          const text = await textOf(answer);
          const where = `${route}, ${bearer}, ${state}: ${text.slice(0, 300)}`;
          expect(answer.status, where).to.equal(expected(route, bearer, state));
          const said = `${text} ${JSON.stringify([...answer.headers])} ${logged.join()}`;
          for (const part of token.split('.').filter((one) => one.length > 20))
            expect(said, where).not.to.include(part);
          expect(answer.headers.has('www-authenticate'), where).to.equal(answer.status === 401);
          return answer.status;
        };
        const cells = await Promise.all(Object.entries(states).map(cell));
        lines.push(`| \`${route}\` | ${bearer} | ${cells.join(' | ')} |`);
      }
    }
    expect(logged).to.deep.equal([]);
    const text = document(Object.keys(states), lines);
    if (process.env.HALE_WRITE) writeFileSync(page, text);
    const wayOut = 'HALE_WRITE=1 npm test -- --only node demo/server/access.test.ts writes it anew';
    expect(readFileSync(page, 'utf8'), `demo/docs/access.md is stale: ${wayOut}`).to.equal(text);
  });

  it('has every route of the API in the table', () => {
    const { store } = unread;
    const known = apiRoutes({
      ...unread,
      streams: 1,
      intake: { ...unread, store, touched: () => {}, now: () => 0 },
    });
    const listed = Object.keys(opens).map((route) => route.replace('/A', '/:id').replace(/\?.*/, ''));
    expect(listed.toSorted()).to.deep.equal(
      [...known.map(({ method, path }) => `${method} ${path}`), 'GET /v1/nothing'].toSorted(),
    );
  });

  it('is answered alike for accounts that are there and for those that are not, to whoever may read neither', async () => {
    const nobody = b.replace(/.$/, (last) => (last === 'z' ? 'y' : 'z'));
    for (const bearer of [staffA, customerA]) {
      const { token } = await made.tokens.mint(grantOf(bearer));
      const headers = { authorization: `Bearer ${token}` };
      for (const route of Object.keys(opens).filter((one) => /\bA\b|events/.test(one))) {
        const [there, not] = await Promise.all([b, nobody].map((id) => send(route, id, { headers })));
        if (!there || !not) throw new Error('Nothing was asked.');
        expect(there.status, `${route}, ${bearer}`).to.equal(not.status);
        const told = async (answer: Response, id: string) => {
          const kept = [...answer.headers].filter(([name]) => !['date', 'etag'].includes(name));
          return JSON.stringify([kept, await textOf(answer)]).replaceAll(id, 'ID');
        };
        expect(await told(there, b), `${route}, ${bearer}`).to.equal(await told(not, nobody));
      }
    }
  });

  it('keeps what is known of an account out of every refusal', async () => {
    const { accounts } = await answerOf(ask('/v1/accounts?status=all'));
    const facts = accounts.flatMap(({ name, industry, yearlyValue }) => [name, industry, yearlyValue].filter(Boolean));
    for (const route of Object.keys(opens)) {
      for (const bearer of bearers) {
        const { token } = await made.tokens.mint(grantOf(bearer));
        const answer = await send(route, a, { headers: { authorization: `Bearer ${token}` } });
        if (answer.ok) continue;
        const text = await textOf(answer);
        for (const fact of facts) expect(text, `${route}, ${bearer}`).not.to.include(String(fact));
        for (const { id } of accounts) if (id !== a) expect(text, `${route}, ${bearer}`).not.to.include(id);
      }
    }
  });

  it('gives tokens to the pages of this server alone, and takes no wish that cannot be granted', async () => {
    const mint = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${server.url}/session/token`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      });
    const wish = '{"audience": "customer", "account": "acct-1"}';
    const given = await mint(wish, { origin: server.url });
    expect([given.status, given.headers.get('cache-control')]).to.deep.equal([200, 'no-store']);
    for (const origin of ['https://elsewhere.example', 'null', `${server.url}0`]) {
      expect((await mint(wish, { origin })).status, origin).to.equal(403);
    }
    expect((await mint(wish, { 'content-type': 'text/plain' })).status).to.equal(400);
    for (const body of [
      '{"audience": "customer", "account": null}',
      '{"audience": "customer"}',
      '{"audience": "everyone", "account": null}',
      '{"audience": "internal", "account": null, "origin": "https://elsewhere.example"}',
      '[]',
      '{',
    ]) {
      expect((await mint(body)).status, body).to.equal(400);
    }
  });
});

/** The page of the table. */
function document(states: readonly string[], lines: readonly string[]): string {
  return `# Who may ask for what

Written by \`demo/server/access.test.ts\`, which asks the running server over HTTP and fails where an answer is not as
expected, or this page is not as answered. Each line asks about account A, with the token of somebody: of the vendor's
people for the whole portfolio, for A alone or for B alone; of the customer A; of the customer B.

- **401**: nothing is told without a token that holds. The page asks its own server for a new one, and tries once more.
- **403**: the token holds, but not for this: for another audience, for one account where the whole portfolio is told, or
  for other pages.
- **404**: no account that the token is for has this id. Whether another token would find one is not told: the answer is the
  same, byte for byte but for the id, for accounts that are there and for those that are not.
- \`/v1/health?ids=\` names an account that is out of reach among those that are missing, \`/v1/events\` refuses its row,
  \`/v1/stream\` tells nothing of it.
- Webhooks are sent, and nobody asks for them. \`POST /session/token\` and \`GET /v1/openapi.json\` take no token.

| route | bearer | ${states.join(' | ')} |
|---|---|${states.map(() => '---').join('|')}|
${lines.join('\n')}
`;
}
