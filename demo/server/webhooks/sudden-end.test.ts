import { expect } from 'chai';
import { asStaff } from '../fixtures/as-staff.ts';
import { ownProcess } from '../fixtures/own-process.ts';
import { answer, PlayedReceiver, silence } from '../fixtures/played-receiver.ts';
import { suiteFolder } from '../fixtures/suite-folder.ts';

const secret = `whsec_${Buffer.from('a secret of thirty-two bytes ...').toString('base64')}`;
const account = 'acct-0001';

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a server that is killed while a webhook waits for its answer', function () {
  this.timeout(180_000);
  const folder = suiteFolder();
  const server = ownProcess(`${folder.path}/company.duckdb`);
  const receiver = new PlayedReceiver();

  after(async () => {
    await server.kill();
    await receiver.close();
    folder.remove();
  });

  it('sends it again once it has started anew, signed, under its id', async () => {
    const webhook = { url: await receiver.open(), secret };
    const idsFrom = (start: number) => receiver.got.slice(start).map(({ headers }) => String(headers['webhook-id']));
    const url = await server.start(webhook);
    const ask = asStaff((path, init) => fetch(`${url}${path}`, init));
    receiver.answers = [silence];
    const urgent = { account, name: 'ticket', at: '2026-02-20T09:00:00Z', properties: { priority: 'urgent' } };
    const sent = await ask('/v1/events', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'urgent-tickets-of-the-test' },
      body: JSON.stringify({ events: Array(9).fill(urgent) }),
    });
    expect(sent.status).to.equal(200);
    await until(() => receiver.got.length > 0);
    await server.kill();

    const before = new Set(idsFrom(0));
    const first = receiver.got.length;
    receiver.answers = [answer(204)];
    await server.start(webhook);
    await until(() => [...before].every((id) => idsFrom(first).includes(id)));
    const again = receiver.got.slice(first);
    for (const { headers } of again) expect(headers['webhook-signature']).to.match(/^v1,/);
    const bodies = new Map(receiver.got.slice(0, first).map(({ headers, body }) => [headers['webhook-id'], body]));
    for (const { headers, body } of again) expect(body).to.equal(bodies.get(headers['webhook-id']) ?? body);
    // Several may have fired, but each of them has one id, before and after.
    const signals = receiver.got.map(({ body }) => JSON.parse(body).data.signal.id);
    expect(new Set(idsFrom(0)).size).to.equal(new Set(signals).size);
  });
});
