import { expect } from 'chai';
import type { Clock } from './clock.ts';
import { fetchSource } from './fetch.ts';
import type { SourceState } from './health-source.ts';

const baseUrl = 'https://health.example';
const still: Clock = { now: () => 0, after: () => () => {} };

/** An API that takes one token, which it can change, and answers that there is no account. */
function apiWith(first: string) {
  const sent: (string | null)[] = [];
  const asked: (string | null)[] = [];
  const now = { valid: first };
  const answer: typeof fetch = async (_, init) => {
    const header = new Headers(init?.headers).get('authorization');
    sent.push(header);
    return new Response(null, { status: header === `Bearer ${now.valid}` ? 404 : 401 });
  };
  const fetchToken = async (refused: string | null): Promise<string> => {
    asked.push(refused);
    return now.valid;
  };
  return { now, sent, asked, fetch: answer, fetchToken };
}

/** Subscribes to an account and resolves with the first state that is not "loading". */
function settled(source: ReturnType<typeof fetchSource>, account: string): Promise<SourceState> {
  return new Promise((resolve) => {
    source.subscribe(account, (state) => state.status !== 'loading' && resolve(state));
  });
}

describe('a fetch source with tokens', () => {
  it('asks for one token for all accounts, and sends it in the header', async () => {
    const api = apiWith('one');
    const source = fetchSource({ baseUrl, clock: still, ...api });
    const states = await Promise.all(['a', 'b', 'c', 'd'].map((account) => settled(source, account)));
    expect(states.map(({ status }) => status)).to.deep.equal(['empty', 'empty', 'empty', 'empty']);
    expect(api.asked).to.deep.equal([null]);
    expect(api.sent).to.deep.equal(Array(4).fill('Bearer one'));
  });

  it('asks for one new token when several requests are refused at once, and tries each of them once more', async () => {
    const api = apiWith('one');
    const source = fetchSource({ baseUrl, clock: still, ...api });
    await settled(source, 'first');
    api.now.valid = 'two';
    const states = await Promise.all(['a', 'b', 'c'].map((account) => settled(source, account)));
    expect(states.map(({ status }) => status)).to.deep.equal(['empty', 'empty', 'empty']);
    expect(api.asked).to.deep.equal([null, 'one']);
    expect(api.sent.slice(1)).to.deep.equal([...Array(3).fill('Bearer one'), ...Array(3).fill('Bearer two')]);
  });

  it('gives up where a new token is refused too', async () => {
    const api = apiWith('other');
    const source = fetchSource({ baseUrl, clock: still, fetch: api.fetch, fetchToken: () => 'worthless' });
    const state = await settled(source, 'a');
    expect(state).to.have.nested.property('error.code', 'refused');
    expect(state).to.have.nested.property('error.retryAt', null);
    expect(api.sent).to.deep.equal(['Bearer worthless', 'Bearer worthless']);
  });

  it('tells of a token that could not be had without a word of it, sends nothing, and tries again', async () => {
    const failures = [
      () => Promise.reject(new Error('secret')),
      () => {
        throw new Error('secret');
      },
      () => 'secret\r\nx: y',
      () => '',
      () => undefined as unknown as string,
    ];
    for (const fetchToken of failures) {
      const api = apiWith('x');
      const state = await settled(fetchSource({ baseUrl, clock: still, fetch: api.fetch, fetchToken }), 'a');
      expect(state).to.deep.include({ status: 'error' });
      expect(JSON.stringify(state)).not.to.include('secret');
      expect(state).to.have.nested.property('error.message', 'No token could be had.');
      expect(state).to.have.nested.property('error.retryAt').that.is.a('number');
      expect(api.sent).to.deep.equal([]);
    }
  });

  it('leaves the token that others wait for when one of them goes', async () => {
    const api = apiWith('one');
    let give: (token: string) => void = () => {};
    const fetchToken = () => new Promise<string>((resolve) => (give = resolve));
    const source = fetchSource({ baseUrl, clock: still, fetch: api.fetch, fetchToken });
    const stop = source.subscribe('gone', () => {});
    const staying = settled(source, 'staying');
    stop();
    await Promise.resolve();
    give('one');
    expect((await staying).status).to.equal('empty');
    expect(api.sent).to.deep.equal(['Bearer one']);
  });
});
