import { mkdirSync, writeFileSync } from 'node:fs';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { expect } from 'chai';
import type { Hono } from 'hono';
import { cursorsSignedWith } from './accounts/cursor.ts';
import type { ListedAccount } from './accounts/list-accounts.ts';
import { createApp, type Dependencies } from './app.ts';
import { openDatabase } from './database/database.ts';
import type { Database } from './database/session.ts';
import { answerOf } from './fixtures/answer.ts';
import { asStaff } from './fixtures/as-staff.ts';
import { suiteFolder } from './fixtures/suite-folder.ts';
import { type SummaryRow, summaryTable } from './scoring/summary.ts';
import { demoTokens } from './tokens/demo-tokens.ts';

const blank: Omit<SummaryRow, 'account_id' | 'name' | 'name_key'> = {
  ended: null,
  as_of: 0,
  score: null,
  tier: null,
  segment: null,
  override: null,
  coverage: 1,
  change: null,
  flag_label: null,
  flag_severity: null,
  signals: [],
  spark: [null, 1.5],
  renewal: null,
  yearly_value: null,
  seats: null,
  active_users: null,
  industry: null,
  employees: null,
};

describe('the application', () => {
  const folder = suiteFolder();
  const all = Array.from({ length: 61 }, (_, index) => `id-${index}`);
  let database: Database;
  let dependencies: Dependencies;
  let app: Hono;

  before(async () => {
    database = await openDatabase(`${folder.path}/rows.duckdb`);
    await database.transaction(async (transaction) => {
      await transaction.create('summaries', summaryTable);
      const rows = await transaction.appendTemporary<SummaryRow>('summaries');
      for (const [index, account_id] of all.entries()) {
        // Few different values, so that many are equal; some missing.
        const score = index % 7 === 0 ? null : 10 / 3 + (index % 5);
        const name = `Name ${index % 4}`;
        rows.add({
          ...blank,
          account_id,
          name,
          name_key: name.toLowerCase(),
          score,
          change: index % 3 === 0 ? null : (index % 2) - 0.1,
          renewal: index % 6 === 0 ? null : `2026-0${(index % 3) + 1}-11`,
          yearly_value: index % 2 ? 1200 : null,
          ended: index === 60 ? 1 : null,
        });
      }
    });
    const pages = `${folder.path}/pages`;
    mkdirSync(`${pages}/assets`, { recursive: true });
    for (const name of ['index', 'account', 'customer', 'model', 'no-backend', 'react', 'api']) {
      writeFileSync(`${pages}/${name}.html`, `<!doctype html><title>${name}</title>`);
    }
    writeFileSync(`${pages}/assets/page.js`, `${'export {};\n'.repeat(500)}`);
    writeFileSync(`${folder.path}/secret.txt`, 'secret');
    dependencies = {
      portfolio: { session: database, model: b2bSaas, asOf: 0 },
      store: database,
      cursors: cursorsSignedWith('one'),
      tokens: demoTokens().tokens,
      pages,
      logError: () => {},
    };
    app = createApp(dependencies);
  });

  after(() => {
    database.close();
    folder.remove();
  });

  const request = asStaff((path, init) => app.request(path, init));
  const json = async (path: string) => answerOf(await request(path));

  async function walk(query: string): Promise<ListedAccount[]> {
    const rows: ListedAccount[] = [];
    let cursor = '';
    do {
      const page = await json(`/v1/accounts?${query}${cursor && `&cursor=${cursor}`}`);
      rows.push(...page.accounts);
      cursor = page.next ?? '';
    } while (cursor);
    return rows;
  }

  it('walks the list page by page so that each account comes once, in order, under every sort', async () => {
    const fields = {
      score: 'score',
      change: 'change',
      name: 'name',
      renewal: 'renewal',
      value: 'yearlyValue',
    } as const;
    for (const [sort, field] of Object.entries(fields)) {
      for (const sign of ['', '-']) {
        for (const limit of [7, 60]) {
          const rows = await walk(`sort=${sign}${sort}&limit=${limit}`);
          const where = `${sign}${sort} by ${limit}`;
          expect(rows.map(({ id }) => id).sort(), where).to.deep.equal(all.slice(0, 60).sort());
          const keys = rows.map((row) => row[field]);
          const known = keys.filter((key) => key !== null);
          expect(
            keys.slice(known.length).every((key) => key === null),
            `${where}: what is missing comes last`,
          ).to.equal(true);
          const ordered = known.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
          expect(known, where).to.deep.equal(sign ? ordered.reverse() : ordered);
        }
      }
    }
    expect(await walk('status=all&limit=9')).to.have.length(61);
  });

  it('refuses a cursor that was changed, cut, made elsewhere or for another query', async () => {
    const next = (await json('/v1/accounts?sort=name&limit=5')).next ?? '';
    const place = Buffer.from(JSON.stringify(['name 1', 'id-1'])).toString('base64url');
    const elsewhere = cursorsSignedWith('two').write({ key: 'name 1', id: 'id-1' }, '');
    const changed = [
      `${next}x`,
      next.slice(1),
      next.slice(0, -1),
      `${place}.${next.split('.')[1]}`,
      `${next}.${next}`,
      elsewhere,
      'x',
      '.',
    ];
    for (const cursor of changed) {
      const answer = await request(`/v1/accounts?sort=name&limit=5&cursor=${cursor}`);
      expect(answer.status, cursor).to.equal(400);
      expect((await answer.json()).detail).to.match(
        /^cursor must be the "next" of an earlier answer to the same query, not /,
      );
    }
    expect((await request(`/v1/accounts?sort=score&cursor=${next}`)).status).to.equal(400);
    expect((await request(`/v1/accounts?sort=name&tier=none&cursor=${next}`)).status).to.equal(400);
    expect((await request(`/v1/accounts?sort=name&limit=9&cursor=${next}`)).status).to.equal(200);
  });

  it('finds by tier “none” those without a score', async () => {
    expect((await json('/v1/accounts?tier=none')).total).to.equal(60);
    expect((await json('/v1/accounts?tier=watch')).total).to.equal(0);
  });

  it('serves the pages, and nothing beside them', async () => {
    const page = await app.request('/');
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).to.deep.equal([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    expect(await page.text()).to.include('index');
    expect((await app.request('/', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } })).status).to.equal(
      304,
    );
    const script = await app.request('/assets/page.js', { headers: { 'accept-encoding': 'gzip' } });
    expect([script.headers.get('content-type'), script.headers.get('content-encoding')]).to.deep.equal([
      'text/javascript; charset=utf-8',
      'gzip',
    ]);
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/%252e%252e/secret.txt',
    ]) {
      const answer = await app.request(new Request(`http://demo${path}`));
      expect([answer.status, answer.headers.get('content-type')], path).to.deep.equal([
        404,
        'application/problem+json',
      ]);
    }
  });

  it('serves one page for all accounts, another for all customers, and pages without their ending', async () => {
    const titles = {
      '/accounts/id-1': 'account',
      '/customers/a%2Fb': 'customer',
      '/model': 'model',
      '/no-backend': 'no-backend',
      '/react': 'react',
      '/api': 'api',
    };
    for (const [path, title] of Object.entries(titles)) {
      expect(await (await app.request(path)).text(), path).to.equal(`<!doctype html><title>${title}</title>`);
    }
  });

  it('leads from /customers to the page of a customer of today', async () => {
    const answer = await app.request('/customers');
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([302, '/customers/id-0']);
  });

  it('says what to do when the pages are not built', async () => {
    const answer = await createApp({ ...dependencies, pages: null }).request('/');
    expect([answer.status, (await answer.json()).detail]).to.deep.equal([
      404,
      'The pages are not built: run "npm run build", then start the demo again.',
    ]);
  });

  it('tells nobody but its log of an error that nobody foresaw', async () => {
    const logged: unknown[] = [];
    const session = {
      dialect: database.dialect,
      span: 1,
      rows: () => Promise.reject(new Error('/srv/somebody/company.duckdb is gone')),
      run: () => Promise.reject(new Error('no')),
    };
    const portfolio = { ...dependencies.portfolio, session };
    const broken = createApp({ ...dependencies, portfolio, logError: (error) => logged.push(error) });
    const answer = await asStaff((path, init) => broken.request(path, init))('/v1/accounts');
    expect(answer.status).to.equal(500);
    expect(await answer.text()).not.to.include('somebody');
    expect(logged).to.have.length(1);
    expect(logged.join())
      .to.match(/^GET \/v1\/accounts\nError\n +at /)
      .and.not.include('somebody');
  });
});
