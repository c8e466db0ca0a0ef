import { type Account, buildReport, parseAccount, parseModel, type Report, readAccount } from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { expect } from 'chai';
import type { Hono } from 'hono';
import { prepareDatabase } from '../../data/prepare-database.ts';
import { cursorsSignedWith } from '../accounts/cursor.ts';
import { createApp } from '../app.ts';
import type { Database } from '../database/session.ts';
import { asStaff } from '../fixtures/as-staff.ts';
import { suiteFolder } from '../fixtures/suite-folder.ts';
import type { Portfolio } from '../portfolio.ts';
import type { PortfolioReading } from '../reading/read-portfolio.ts';
import { scorePortfolio } from '../scoring/score-portfolio.ts';
import { demoTokens } from '../tokens/demo-tokens.ts';

describe('what a page scores by itself', function () {
  this.timeout(60_000);
  const folder = suiteFolder();
  const end = new Date('2026-03-02T09:00:00Z');
  let database: Database;
  let portfolio: Portfolio;
  let app: Hono;

  before(async () => {
    database = await prepareDatabase({ file: `${folder.path}/company.duckdb`, seed: 3, accounts: 12, end });
    portfolio = { session: database, model: b2bSaas, asOf: end.getTime() };
    await scorePortfolio(database, portfolio, () => {});
    app = createApp({
      portfolio,
      store: database,
      cursors: cursorsSignedWith('one'),
      tokens: demoTokens().tokens,
      pages: null,
      logError: (error) => console.error(error),
    });
  });

  after(() => {
    database.close();
    folder.remove();
  });

  const request = asStaff((path, init) => app.request(path, init));
  // A test fails where the answer is of another shape.
  const json = async <T>(path: string) => (await (await request(path)).json()) as T;
  const document = async (id: string) => parseAccount(await json<Account>(`/v1/accounts/${id}/data`));

  it('is offered for the portfolio’s own model first, and for each preset once', async () => {
    const { models } = await json<{ models: { id: string; label: string }[] }>('/v1/models');
    expect(models.map(({ id }) => id)).to.deep.equal([
      'b2b-saas',
      'frequency-breadth-depth',
      'assigned-values',
      'lifecycle',
      'by-size',
    ]);
    expect(models.every(({ label }) => label.length > 3)).to.equal(true);
  });

  it('is the same, for each model, as what a page reads from the account’s own document', async () => {
    const { models } = await json<{ models: { id: string }[] }>('/v1/models');
    for (const { id } of models) {
      const reading = await json<PortfolioReading>(`/v1/observations?model=${id}`);
      const model = parseModel(reading.model);
      expect(reading.accounts.length).to.be.within(6, 12);
      for (const { id: account, values, facts } of reading.accounts.slice(0, 5)) {
        const read = readAccount(model, await document(account), { now: reading.asOf });
        for (const [place, measure] of reading.measures.entries()) {
          const [inDatabase, inPage] = [values[place] ?? null, read.observations.get(measure)?.value ?? null];
          const where = `${id}: ${measure} of ${account}`;
          if (inDatabase === null || inPage === null) expect(inDatabase, where).to.equal(inPage);
          else expect(inDatabase, where).to.be.closeTo(inPage, 1e-9);
        }
        expect(facts).to.deep.equal(reading.facts.map((fact) => read.facts.get(fact)?.value ?? null));
      }
    }
  });

  it('is refused for a model that nobody knows', async () => {
    const answer = await request('/v1/observations?model=secret');
    expect(answer.status).to.equal(400);
    expect((await answer.json()).detail).to.equal(
      'model must be one of b2b-saas, frequency-breadth-depth, assigned-values, lifecycle, by-size, not "secret".',
    );
  });

  it('holds what a person has set, for the page and for the report', async () => {
    const [account] = (await json<PortfolioReading>('/v1/observations')).accounts;
    const id = account?.id ?? '';
    const set = { score: 12, tier: null, reason: 'Sponsor left', author: 'Mira', expires: Date.parse('2026-05-01') };
    await database.transaction(async (transaction) => {
      (await transaction.append('overrides')).add({ account_id: id, ...set, at: Date.parse('2026-03-01T10:00:00Z') });
    });
    // The next scoring finds it.
    await database.run(`DELETE FROM meta WHERE key = 'scored'`);
    await scorePortfolio(database, portfolio, () => {});
    const { overrides } = await document(id);
    expect(overrides?.at(-1)).to.deep.equal({
      score: 12,
      reason: 'Sponsor left',
      author: 'Mira',
      at: '2026-03-01T10:00:00.000Z',
      expires: '2026-05-01T00:00:00.000Z',
    });
    const report = await json<Report>(`/v1/accounts/${id}/health`);
    expect(report).to.deep.include({ score: 12, tier: 'at-risk' });
    const expected = buildReport(b2bSaas, await document(id), { now: end });
    expect(report.override).to.deep.equal(expected.override);
    expect(report.override?.computed.score).to.be.a('number');
  });

  it('is not there for an account that nobody has', async () => {
    const answer = await request('/v1/accounts/nobody/data');
    expect([answer.status, (await answer.json()).detail]).to.deep.equal([
      404,
      'No account that this token is for has the id "nobody".',
    ]);
  });
});
