import { expect } from 'chai';
import { asStaff } from '../fixtures/as-staff.ts';
import { ownProcess } from '../fixtures/own-process.ts';
import { answer, PlayedReceiver, publishedVerify, silence } from '../fixtures/played-receiver.ts';
import { suiteFolder } from '../fixtures/suite-folder.ts';

const secret = `whsec_${Buffer.from('a secret of thirty-two bytes ...').toString('base64')}`;
const account = 'acct-0001';
const urgent = { account, name: 'ticket', at: '2026-02-20T09:00:00Z', properties: { priority: 'urgent' } };

/** Waits until something holds, or fails: a test that has run out of time would wait on. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 20_000) throw new Error('It has not come to hold.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('a server that is killed', function () {
  this.timeout(180_000);

  for (const [when, first] of [
    ['while a webhook waits for its answer', silence],
    ['while a webhook that was refused waits for its next attempt', answer(500)],
  ] as const) {
    it(`${when} sends it again once it has started anew, signed, under its id`, async () => {
      const folder = suiteFolder();
      const server = ownProcess(`${folder.path}/company.duckdb`);
      const receiver = new PlayedReceiver();
      try {
        const verify = await publishedVerify(folder.path);
        const webhook = { url: await receiver.open(), secret };
        const url = await server.start(webhook);
        receiver.answers = [first];
        const ask = asStaff((path, init) => fetch(`${url}${path}`, init));
        const send = (key: string, events: readonly object[]) =>
          ask('/v1/events', {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': `${key}-of-the-test` },
            body: JSON.stringify({ events }),
          });
        expect((await send('urgent-tickets', Array(9).fill(urgent))).status).to.equal(200);
        await until(() => receiver.got.length > 0);
        // By the time that another batch is written, it is written too that the receiver refused.
        expect((await send('another-batch', [{ ...urgent, account: 'acct-0002' }])).status).to.equal(200);
        await server.kill();

        const told = receiver.got.length;
        receiver.answers = [answer(204)];
        await server.start(webhook);
        const heard = () => receiver.got.map(({ headers, body }) => verify(headers, body, secret));
        const ids = (from: number, to?: number) =>
          new Set(
            heard()
              .slice(from, to)
              .map((one) => one?.id),
          );
        await until(() => [...ids(0, told)].every((id) => ids(told).has(id)));
        for (const one of heard()) expect(one).to.include({ type: 'signal.fired' });
        // Several may have fired, of either account, but each has one id, before and after.
        const signals = heard().map((one) => `${one?.data.account} ${one?.data.signal.id}`);
        expect(ids(0).size).to.equal(new Set(signals).size);
      } finally {
        await server.kill();
        await receiver.close();
        folder.remove();
      }
    });
  }
});
