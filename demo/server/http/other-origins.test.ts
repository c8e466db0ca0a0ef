import { expect } from 'chai';
import { createApp } from '../app.ts';
import { unread } from '../fixtures/unread.ts';

const own = 'http://localhost';
const vendor = 'https://app.vendor.example';
const stranger = 'https://elsewhere.example';

describe('pages of other origins', () => {
  const app = createApp({ ...unread, origins: [vendor] });
  const tokenFor = async (origin: string) =>
    (await unread.tokens.mint({ audience: 'internal', account: null, origin })).token;
  const allowed = (answer: Response) => answer.headers.get('access-control-allow-origin');

  it('may ask where they are named, with a header for the token, and without cookies', async () => {
    const headers = {
      origin: vendor,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    };
    const answer = await app.request('/v1/model', { method: 'OPTIONS', headers });
    expect([answer.status, allowed(answer)]).to.deep.equal([204, vendor]);
    expect(answer.headers.get('access-control-allow-headers')?.toLowerCase()).to.include('authorization');
    expect(answer.headers.has('access-control-allow-credentials')).to.equal(false);
    const other = await app.request('/v1/model', { method: 'OPTIONS', headers: { ...headers, origin: stranger } });
    expect(allowed(other)).to.equal(null);
  });

  it('read answers with a token of their own origin, and refusals in words', async () => {
    const ask = async (origin: string, minted: string) =>
      app.request('/v1/model', { headers: { origin, authorization: `Bearer ${await tokenFor(minted)}` } });
    const good = await ask(vendor, vendor);
    expect([good.status, allowed(good)]).to.deep.equal([200, vendor]);
    expect(good.headers.get('vary')?.toLowerCase()).to.include('origin');
    expect(good.headers.get('access-control-expose-headers')?.toLowerCase()).to.include('retry-after');
    const foreign = await ask(vendor, own);
    expect([foreign.status, allowed(foreign)]).to.deep.equal([403, vendor]);
    const none = await app.request('/v1/model', { headers: { origin: vendor } });
    expect([none.status, allowed(none)]).to.deep.equal([401, vendor]);
    const unnamed = await ask(stranger, stranger);
    expect(allowed(unnamed)).to.equal(null);
  });

  it('get no token from this server', async () => {
    const headers = { origin: vendor, 'content-type': 'application/json' };
    const body = '{"audience": "internal", "account": null}';
    const answer = await app.request('/session/token', { method: 'POST', headers, body });
    expect([answer.status, allowed(answer)]).to.deep.equal([403, null]);
  });
});

describe('tokens', () => {
  it('are given to one address so often and no oftener, and it is told when to come again', async () => {
    const app = createApp({ ...unread, mintRate: { requests: 3, seconds: 60 } });
    const ask = () =>
      app.request('/session/token', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"audience": "internal", "account": null}',
      });
    for (const _ of [1, 2, 3]) expect((await ask()).status).to.equal(200);
    const refused = await ask();
    expect(refused.status).to.equal(429);
    expect(Number(refused.headers.get('retry-after'))).to.be.within(1, 60);
    expect(await refused.text()).not.to.include('token":');
  });
});
