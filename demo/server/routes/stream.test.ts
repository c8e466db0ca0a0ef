import { expect } from 'chai';
import { asStaff } from '../fixtures/as-staff.ts';
import { suiteFolder } from '../fixtures/suite-folder.ts';
import type { Listening } from '../listen.ts';
import { startServer } from '../start-server.ts';

const [one, two] = ['acct-0001', 'acct-0002'];

describe('the stream of changes', function () {
  this.timeout(120_000);
  const folder = suiteFolder();
  let server: Listening;
  let isOver = false;

  before(async () => {
    const end = new Date('2026-03-02T09:00:00Z');
    const rate = { requests: 1200, seconds: 60, streams: 3 };
    server = await startServer({ file: `${folder.path}/company.duckdb`, port: 0, accounts: 3, seed: 3, end, rate });
  });
  after(async () => {
    if (!isOver) await server.close();
    folder.remove();
  });

  const at = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);
  const staff = asStaff(at);
  const customer = asStaff(at, { audience: 'customer', account: two });
  let batches = 0;
  const happens = (account: string) =>
    staff('/v1/events', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `batch-of-stream-${++batches}` },
      body: JSON.stringify({
        events: Array(9).fill({
          account,
          name: 'ticket',
          at: '2026-03-01T09:00:00Z',
          properties: { priority: 'urgent' },
        }),
      }),
    });
  async function open(ask: typeof staff, headers: Record<string, string> = {}) {
    const answer = await ask('/v1/stream', { headers });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('etag')]).to.deep.equal([
      200,
      'text/event-stream; charset=utf-8',
      null,
    ]);
    const reader = answer.body?.getReader();
    return {
      next: async () => new TextDecoder().decode((await reader?.read())?.value),
      leave: () => reader?.cancel(),
    };
  }

  it('tells whose report is another one, to those alone whose token is for it, and goes on where it was left', async () => {
    const [all, own] = [await open(staff), await open(customer)];
    const begin = await all.next();
    expect(begin).to.match(/^retry: 1000\nid: \d+\n\n$/);
    await own.next();
    await happens(one);
    const told = await all.next();
    expect(told).to.match(/^event: changed\nid: \d+\ndata: {"accounts":\["acct-0001"\]}\n\n$/);
    await happens(two);
    // The first that the customer hears is of itself.
    expect(await own.next()).to.match(/^event: changed\nid: \d+\ndata: {"accounts":\["acct-0002"\]}\n\n$/);
    await Promise.all([all.leave(), own.leave()]);
    const id = /^id: (\d+)$/m.exec(begin)?.[1] ?? '';
    const again = await open(staff, { 'last-event-id': id });
    expect(await again.next()).to.include('data: {"accounts":["acct-0001","acct-0002"]}');
    await again.leave();
    const lost = await open(staff, { 'last-event-id': 'yesterday' });
    expect(await lost.next()).to.match(/^event: reset\n/);
    await lost.leave();
  });

  it('is refused to a subject that has too many open, and given again when one is left', async () => {
    const open3 = [await open(staff), await open(staff), await open(staff)];
    const refused = await staff('/v1/stream');
    expect([refused.status, refused.headers.get('retry-after')]).to.deep.equal([429, '60']);
    expect(await refused.text()).to.include('At most 3 streams are open at once.');
    await (await open(customer)).leave();
    await open3.pop()?.leave();
    let answer = await staff('/v1/stream');
    // The server learns a moment later that a reader is gone.
    for (; answer.status === 429; answer = await staff('/v1/stream')) await answer.text();
    expect(answer.status).to.equal(200);
    await answer.body?.cancel();
    await Promise.all(open3.map(({ leave }) => leave()));
  });

  it('ends with the server, which does not wait for who listens', async () => {
    const all = await open(staff);
    await all.next();
    isOver = true;
    await server.close();
    expect(await all.next()).to.equal('');
  });
});
