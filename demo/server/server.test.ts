import { parseCustomerView, parseModel, parseReport } from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { expect } from 'chai';
import type { PortfolioSummary } from './accounts/summarise-portfolio.ts';
import { answerOf } from './fixtures/answer.ts';
import { asStaff } from './fixtures/as-staff.ts';
import { suiteFolder } from './fixtures/suite-folder.ts';
import type { Listening } from './listen.ts';
import { startServer } from './start-server.ts';

/** The server over a small generated company, asked over HTTP as any client would. */
describe('the server', () => {
  const folder = suiteFolder();
  let server: Listening;
  let ids: string[];

  before(async function () {
    this.timeout(60_000);
    const end = new Date('2026-03-02T09:00:00Z');
    server = await startServer({ file: `${folder.path}/company.duckdb`, port: 0, accounts: 20, seed: 3, end });
    // Customers first, the healthiest before the others, then those that have left.
    const { accounts } = await json('/v1/accounts?status=all&sort=-score');
    const customers = accounts.filter(({ ended }) => ended === null);
    ids = [...new Set([...customers, ...accounts].map(({ id }) => id))];
  });

  after(async () => {
    await server.close();
    folder.remove();
  });

  const get = asStaff((path, init) => fetch(`${server.url}${path}`, init));
  const json = (path: string) => answerOf(get(path));
  const first = () => ids[0] ?? '';

  it('gives the report of an account', async () => {
    const answer = await get(`/v1/accounts/${first()}/health`);
    expect(answer.status).to.equal(200);
    const report = parseReport(await answer.json());
    expect(report).to.deep.include({
      asOf: '2026-03-02T09:00:00.000Z',
      model: { id: 'b2b-saas', version: b2bSaas.version },
    });
    expect(report.account.id).to.equal(first());
    expect(report.trend.points.length).to.be.above(10);
    expect(report.activity?.grids.map(({ by }) => by)).to.include('user');
  });

  it('gives the reports of many accounts in the order asked for, and says which there are not', async () => {
    const [one, two, three] = ids;
    const { reports, missing } = await json(`/v1/health?ids=${three},nobody,${one},${three},${two}`);
    expect(reports.map(({ account }) => account.id)).to.deep.equal([three, one, two]);
    expect(missing).to.deep.equal(['nobody']);
    expect(reports[1]).to.deep.equal(await json(`/v1/accounts/${one}/health`));
    expect((await json(`/v1/health?ids=${encodeURIComponent(`${one},${two}`)}`)).reports).to.have.length(2);
  });

  it('lists accounts with the figures of their reports', async () => {
    const { accounts, total, next } = await json('/v1/accounts?status=all&sort=-score&limit=7');
    expect([accounts.length, total, typeof next]).to.deep.equal([7, 20, 'string']);
    const [best] = accounts;
    if (!best) throw new Error('the list is empty');
    const report = parseReport(await json(`/v1/accounts/${best.id}/health`));
    const flag = report.signals.find(({ effect }) => effect === 'risk');
    expect(best).to.deep.include({
      name: report.account.name,
      score: report.score,
      tier: report.tier,
      coverage: report.coverage,
      change: report.trend.change,
      topFlag: flag ? { label: flag.label, severity: flag.severity } : null,
      asOf: report.asOf,
    });
    expect(best.spark.at(-1)).to.equal(report.score);
    expect(best.signals).to.deep.equal(
      report.signals.map(({ id, label, effect, severity }) => ({ id, label, effect, severity })),
    );
    const one = await (await get(`/v1/accounts/${best.id}`)).json();
    expect(one).to.deep.equal(best);
    expect(best).to.have.all.keys(
      'id name score tier override coverage change topFlag signals spark renewal yearlyValue seats activeUsers industry employees asOf ended'.split(
        ' ',
      ),
    );
  });

  it('counts the customers of today by tier, and how many of them renew within 30 days', async () => {
    const all = (await json('/v1/accounts?limit=200')).accounts;
    const portfolio: PortfolioSummary = await (await get('/v1/portfolio')).json();
    const { asOf, total, unscored, tiers } = portfolio;
    expect([asOf, total]).to.deep.equal(['2026-03-02T09:00:00.000Z', all.length]);
    expect(tiers.map(({ id, tone }) => [id, tone])).to.deep.equal([
      ['at-risk', 'at-risk'],
      ['watch', 'watch'],
      ['healthy', 'healthy'],
    ]);
    expect(unscored + tiers.reduce((sum, { count }) => sum + count, 0)).to.equal(total);
    for (const { id, count, renewing } of tiers) {
      const own = all.filter(({ tier }) => tier === id);
      const soon = own.filter(({ renewal }) => renewal !== null && renewal >= '2026-03-02' && renewal <= '2026-04-01');
      expect([count, renewing], id).to.deep.equal([own.length, soon.length]);
    }
  });

  it('filters the list by tier, by signal and by name', async () => {
    const all = (await json('/v1/accounts?limit=200')).accounts;
    expect(all.every(({ ended }) => ended === null)).to.equal(true);
    const healthy = await json('/v1/accounts?tier=healthy');
    const expected = all.filter(({ tier }) => tier === 'healthy');
    expect([healthy.total, healthy.accounts.length]).to.deep.equal([expected.length, expected.length]);
    const { accounts: promoters } = await json('/v1/accounts?signal=promoter');
    expect(promoters).to.have.length.above(0);
    for (const { id } of promoters) {
      const { signals } = parseReport(await json(`/v1/accounts/${id}/health`));
      expect(signals.map((signal) => signal.id)).to.include('promoter');
    }
    const name = all[0]?.name ?? '';
    const found = (await json(`/v1/accounts?q=${encodeURIComponent(name.slice(1).toUpperCase())}`)).accounts;
    expect(found.map((account) => account.name)).to.include(name);
  });

  it('gives the customer its own adoption and nothing internal', async () => {
    const internal = [
      ...(b2bSaas.signals ?? []).flatMap(({ id, label = id }) => [id, label]),
      ...b2bSaas.tiers.flatMap(({ id, label = id }) => [`"${id}"`, label]),
      ...(b2bSaas.playbooks ?? []).map(({ id }) => `"${id}"`),
      ...b2bSaas.dimensions.filter(({ id }) => id !== 'adoption').flatMap(({ id, label }) => [`"${id}"`, `"${label}"`]),
      ...b2bSaas.dimensions.flatMap(({ metrics }) => metrics.map(({ id }) => `"${id}"`)),
    ];
    const { reports } = await json(`/v1/health?ids=${ids}`);
    expect(reports).to.have.length(20);
    for (const inside of reports.map((report) => parseReport(report))) {
      const { id } = inside.account;
      const people = inside.activity?.grids.find(({ by }) => by === 'user')?.rows ?? [];
      const text = await (await get(`/v1/accounts/${id}/adoption`)).text();
      for (const word of [...internal, ...people.map((person) => person.id)]) {
        expect(text, `${id} is shown ${word}`).not.to.include(word);
      }
      const view = parseCustomerView(JSON.parse(text));
      const adoption = inside.dimensions.find((dimension) => dimension.id === 'adoption');
      if (view.score !== null) expect(view.score).to.be.closeTo(adoption?.score ?? Number.NaN, 1e-9);
      expect((view.activity?.grids ?? []).every(({ by }) => by === 'team' || by === 'feature')).to.equal(true);
    }
  });

  it('gives the model, which parses', async () => {
    expect(parseModel(await json('/v1/model'))).to.deep.equal(b2bSaas);
  });

  it('tags every answer, and sends nothing to whoever has it already', async () => {
    for (const path of [
      `/v1/accounts/${first()}/health`,
      `/v1/accounts/${first()}/adoption`,
      '/v1/accounts',
      '/v1/model',
      `/v1/health?ids=${first()}`,
    ]) {
      const answer = await get(path);
      const tag = answer.headers.get('etag') ?? '';
      expect(tag, path).to.match(/^(W\/)?"\w+"$/);
      expect(answer.headers.get('content-type'), path).to.equal('application/json');
      expect(answer.headers.get('cache-control'), path).to.equal('private, no-cache');
      expect(answer.headers.get('vary'), path).to.match(/\bAuthorization\b/);
      const again = await get(path, { headers: { 'if-none-match': tag } });
      expect([again.status, await again.text(), again.headers.get('cache-control')], path).to.deep.equal([
        304,
        '',
        'private, no-cache',
      ]);
      expect((await get(path, { headers: { 'if-none-match': '"other"' } })).status, path).to.equal(200);
      const head = await get(path, { method: 'HEAD' });
      expect([head.status, head.headers.get('etag')?.replace('W/', '')], path).to.deep.equal([
        200,
        tag.replace('W/', ''),
      ]);
    }
  });

  it('tells what is wrong with a request as problem+json', async () => {
    const wrong: [string, number, string][] = [
      ['/v1/accounts/nobody', 404, 'No account that this token is for has the id "nobody".'],
      ['/v1/portfolio?tier=watch', 400, '"tier" is no parameter here: expected none.'],
      ['/v1/accounts/nobody/health', 404, 'No account that this token is for has the id "nobody".'],
      ['/v1/accounts/nobody/adoption', 404, 'No account that this token is for has the id "nobody".'],
      [
        '/v1/accounts?sort=size',
        400,
        'sort must be one of score, -score, change, -change, name, -name, renewal, -renewal, value, -value, coverage, -coverage, not "size".',
      ],
      ['/v1/accounts?limit=201', 400, 'limit must be a whole number from 1 to 200, not "201".'],
      ['/v1/accounts?limit=1e2', 400, 'limit must be a whole number from 1 to 200, not "1e2".'],
      ['/v1/accounts?tier=great', 400, 'tier must be one of at-risk, watch, healthy, none, not "great".'],
      ['/v1/accounts?q=', 400, 'q must be text of 1 to 200 characters, not "".'],
      ['/v1/accounts?status=gone', 400, 'status must be one of current, all, not "gone".'],
      [
        '/v1/accounts?tire=watch',
        400,
        '"tire" is no parameter here: expected tier, q, signal, status, sort, limit, cursor.',
      ],
      ['/v1/accounts?limit=1&limit=2', 400, 'limit must be given once.'],
      ['/v1/model?pretty', 400, '"pretty" is no parameter here: expected none.'],
      [
        '/v1/health',
        400,
        'ids must be 1 to 100 account ids of 1 to 200 characters with commas between them, not left out.',
      ],
      [
        '/v1/health?ids=a,,b',
        400,
        'ids must be 1 to 100 account ids of 1 to 200 characters with commas between them, not "a,,b".',
      ],
      ['/v1/nothing', 404, 'There is nothing at /v1/nothing.'],
    ];
    for (const [path, status, detail] of wrong) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('content-type')], path).to.deep.equal([
        status,
        'application/problem+json',
      ]);
      const problem = await answer.json();
      expect(problem, path).to.have.all.keys('type', 'title', 'status', 'detail', 'instance');
      expect(problem, path).to.deep.include({ status, detail, instance: path.split('?')[0] });
      expect(answer.headers.get('etag'), path).to.equal(null);
    }
    const many = Array.from({ length: 101 }, (_, index) => `a${index}`);
    expect((await get(`/v1/health?ids=${many.join(',')}`)).status).to.equal(400);
    const post = await get('/v1/accounts', { method: 'POST', body: '{}' });
    expect([post.status, post.headers.get('allow')]).to.deep.equal([405, 'GET, HEAD']);
    const minting = await get('/session/token');
    expect([minting.status, minting.headers.get('allow')]).to.deep.equal([405, 'POST']);
    expect((await minting.json()).detail).to.equal('GET is not known here: use POST.');
  });

  it('takes ids and filters as values, whatever is in them', async () => {
    const hostile = [
      `' OR '1'='1`,
      `"; DROP TABLE summaries; --`,
      '../../etc/passwd',
      'a/b',
      '%',
      '%2F',
      '日本語',
      '\u0000',
      '$id',
      '__proto__',
    ];
    for (const text of hostile) {
      const path = `/v1/accounts/${encodeURIComponent(text)}/health`;
      const answer = await get(path);
      expect([answer.status, (await answer.json()).detail], text).to.deep.equal([
        404,
        `No account that this token is for has the id ${JSON.stringify(text)}.`,
      ]);
      expect((await json(`/v1/health?ids=${encodeURIComponent(text)}`)).missing, text).to.deep.equal([text]);
      expect((await json(`/v1/accounts?q=${encodeURIComponent(text)}`)).total, text).to.equal(0);
    }
    expect((await json('/v1/accounts?status=all')).total).to.equal(20);
  });

  it('sends the strict policy with everything', async () => {
    for (const path of ['/v1/model', '/v1/nothing', '/']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).to.equal(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'",
      );
      expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).to.deep.equal([
        'nosniff',
        'no-referrer',
      ]);
    }
  });
});
