import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { expect } from 'chai';
import type { Hono } from 'hono';
import { cursorsSignedWith } from '../accounts/cursor.ts';
import { createApp } from '../app.ts';
import { openDatabase } from '../database/database.ts';
import type { Database } from '../database/session.ts';
import { answerOf } from '../fixtures/answer.ts';
import { asStaff } from '../fixtures/as-staff.ts';
import { suiteFolder } from '../fixtures/suite-folder.ts';
import { demoTokens } from '../tokens/demo-tokens.ts';

describe('what people say of a score', () => {
  const folder = suiteFolder();
  const asOf = Date.UTC(2026, 10, 22, 9);
  let database: Database;
  let app: Hono;
  let forgotten = 0;

  before(async () => {
    database = await openDatabase(`${folder.path}/feedback.duckdb`);
    await database.run(`INSERT INTO accounts (id, name) VALUES ('a', 'Acme')`);
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
  after(() => {
    database.close();
    folder.remove();
  });

  const request = asStaff((path, init) => app.request(path, init));
  const post = async (body: string, { account = 'a', type = 'application/json' } = {}) =>
    request(`/v1/accounts/${account}/feedback`, { method: 'POST', body, headers: { 'content-type': type } });
  const kept = () => database.rows<object>('SELECT account_id, name, "at", count, properties FROM events');

  it('is kept as an event of the account, dated before the instant of the score, and the backtest is made anew', async () => {
    const { status } = await post(JSON.stringify({ says: 'disagree', why: 'The champion left; "they" said so.' }));
    expect(status).to.equal(204);
    expect(await kept()).to.deep.equal([
      {
        account_id: 'a',
        name: 'score-feedback',
        at: '2026-11-22T08:59:59.999Z',
        count: 1,
        properties: { says: 'disagree', why: 'The champion left; "they" said so.' },
      },
    ]);
    expect(forgotten).to.equal(1);
  });

  it('is refused, with what is expected, where it is something else', async () => {
    const wrong = [
      await post('{"says": "maybe"}'),
      await post('says=agree', { type: 'application/x-www-form-urlencoded' }),
      await post('{"says": "agree"}', { type: 'text/plain' }),
      await post('{"says": "agree", "score": 3}'),
      await post(JSON.stringify({ says: 'agree', why: 'x'.repeat(501) })),
      await post('{"says"'),
    ];
    for (const response of wrong) {
      expect(response.status).to.equal(400);
      expect((await answerOf(response)).detail).to.match(/^Send JSON, as application\/json: /);
    }
    const long = await post(JSON.stringify({ says: 'agree', why: 'x'.repeat(5000) }));
    expect((await answerOf(long)).detail).to.equal('What is sent must be at most 4096 bytes long.');
    const nobody = await post('{"says": "agree"}', { account: 'b' });
    expect([nobody.status, (await answerOf(nobody)).detail]).to.deep.equal([
      404,
      'No account that this token is for has the id "b".',
    ]);
    expect(await kept()).to.have.length(1);
  });
});
