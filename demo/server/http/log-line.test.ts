import { expect } from 'chai';
import { createApp } from '../app.ts';
import { unread } from '../fixtures/unread.ts';

/** What the application logs of an error that its database throws while somebody asks for an account. */
async function logged(make: (token: string) => unknown): Promise<{ log: string; answer: string; token: string }> {
  const { token } = await unread.tokens.mint({ audience: 'internal', account: null, origin: 'http://localhost' });
  const lines: string[] = [];
  const rows = () => Promise.reject(make(token));
  const portfolio = { ...unread.portfolio, session: { ...unread.portfolio.session, rows } };
  const app = createApp({ ...unread, portfolio, logError: (line) => lines.push(line) });
  const headers = { authorization: `Bearer ${token}` };
  const answer = await app.request('/v1/accounts/averlund/health?x', { headers });
  expect(answer.status).to.equal(400);
  const asked = await app.request('/v1/accounts/averlund', { headers });
  expect(asked.status).to.equal(500);
  return { log: lines.join('\n'), answer: await asked.text(), token };
}

describe('the log', () => {
  it('has the route, the kind and the place of an error that nobody foresaw, and not its words', async () => {
    const { log } = await logged(() => Object.assign(new TypeError('Averlund Freight pays 12000'), { code: 'E_ROWS' }));
    const [route, kind, place] = log.split('\n');
    expect([route, kind]).to.deep.equal(['GET /v1/accounts/:id', 'TypeError E_ROWS']);
    expect(place).to.match(/^ +at .*log-line\.test\.ts:\d+:\d+\)?$/);
  });

  const kinds: Readonly<Record<string, (token: string) => unknown>> = {
    'in its message': (token) => new Error(`no row for ${token} of Averlund Freight`),
    'in lines that look like places': (token) => new Error(`no\n    at Averlund Freight (file:///${token}:1:1)`),
    'in its cause': (token) => new Error('failed', { cause: new Error(`${token} of Averlund Freight`) }),
    'in its name and code': (token) => Object.assign(new Error('x'), { name: `${token} `, code: 'Averlund Freight' }),
    'in its stack': (token) => Object.assign(new Error('x'), { stack: `Averlund Freight ${token}\n    at ${token}` }),
    'in its fields': (token) => Object.assign(new Error('x'), { params: [token, 'Averlund Freight'] }),
    'and is no error': (token) => `${token} of Averlund Freight`,
    'and is a thing': (token) => ({ message: `${token} of Averlund Freight` }),
    'and is nothing': () => null,
  };
  for (const [name, make] of Object.entries(kinds)) {
    it(`tells no token and no fact of an error that has them ${name}`, async () => {
      const { log, answer, token } = await logged(make);
      expect(log).to.match(/^GET \/v1\/accounts\/:id\n/);
      for (const part of token.split('.')) expect(log + answer).not.to.include(part);
      expect(log).not.to.match(/averlund/i);
      expect(answer).not.to.include('Freight');
    });
  }
});
