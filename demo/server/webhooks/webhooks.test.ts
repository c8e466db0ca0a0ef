import type { Report } from '@hale/core';
import { expect } from 'chai';
import { openDatabase } from '../database/database.ts';
import type { Database } from '../database/session.ts';
import { asStaff } from '../fixtures/as-staff.ts';
import { answer, PlayedReceiver, publishedVerify, reset, silence, type Verify } from '../fixtures/played-receiver.ts';
import { suiteFolder } from '../fixtures/suite-folder.ts';
import { startServer } from '../start-server.ts';
import { deliveries, receiverUrl } from './deliveries.ts';
import { noteFired } from './outbox.ts';
import { webhookKey } from './signature.ts';

const secret = `whsec_${Buffer.from('a secret of thirty-two bytes ...').toString('base64')}`;
const account = 'acct-0001';

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('webhooks', function () {
  this.timeout(120_000);
  const folder = suiteFolder();
  let verify: Verify;
  let receiver: PlayedReceiver;
  let url: URL;

  before(async () => {
    verify = await publishedVerify(folder.path);
  });
  beforeEach(async () => {
    receiver = new PlayedReceiver();
    url = await receiver.open();
  });
  afterEach(() => receiver.close());
  after(folder.remove);

  describe('that wait', () => {
    let database: Database;
    let said: string[];
    let end: () => Promise<void> = async () => {};

    before(async () => {
      database = await openDatabase(`${folder.path}/waiting.duckdb`);
    });
    beforeEach(() => {
      said = [];
    });
    afterEach(async () => {
      await end();
      await database.run('DROP TABLE IF EXISTS webhooks');
    });
    after(() => database.close());

    /** A server that sends, with short pauses. */
    function start(pauses = [1, 1, 1], patience = 5000) {
      const { soon, close } = deliveries({
        store: database,
        receiver: { url, key: webhookKey(secret) },
        failed: (line) => said.push(line),
        pauses,
        patience,
        random: () => 0,
      });
      end = close;
      soon();
      return { soon, close };
    }
    async function waits(...ids: string[]): Promise<void> {
      // The sender makes the table.
      const { close } = start();
      await close();
      for (const id of ids)
        await database.run(
          `INSERT INTO webhooks VALUES ($id, '{"n": 1.0}', 0, TIMESTAMP '2026-03-02', TIMESTAMP '2026-03-02')`,
          { id },
        );
    }
    const open = async () =>
      (await database.rows<{ n: number }>('SELECT count(*) AS n FROM webhooks WHERE due IS NOT NULL'))[0]?.n;
    const idsGot = () => receiver.got.map(({ headers }) => headers['webhook-id']);

    it('are sent once, signed, when they are taken', async () => {
      await waits('one', 'two');
      const { soon } = start();
      await until(async () => (await open()) === 0);
      soon();
      await end();
      expect(idsGot().sort()).to.deep.equal(['one', 'two']);
      for (const { headers, body } of receiver.got) {
        expect(body).to.equal('{"n": 1.0}');
        expect(verify(headers, body, secret)).to.include({ id: headers['webhook-id'], n: 1 });
      }
    });

    it('are known for what they are by the lines that are published, and nothing else is', async () => {
      await waits('one');
      start();
      await until(() => receiver.got.length === 1);
      const { headers, body } = receiver.got[0] ?? { headers: {}, body: '' };
      const at = Number(headers['webhook-timestamp']) * 1000;
      const other = `whsec_${Buffer.alloc(32).toString('base64')}`;
      expect(verify(headers, body, secret, at + 299_000)?.id).to.equal('one');
      expect(
        verify({ ...headers, 'webhook-signature': `v1,AAAA v2,x ${headers['webhook-signature']}` }, body, secret)?.id,
      ).to.equal('one');
      const forged: [string, object, string, string, number?][] = [
        ['another body', headers, `${body} `, secret],
        ['another id', { ...headers, 'webhook-id': 'two' }, body, secret],
        ['another time', { ...headers, 'webhook-timestamp': String(at / 1000 + 1) }, body, secret],
        ['another secret', headers, body, other],
        ['too old', headers, body, secret, at + 301_000],
        ['from the future', headers, body, secret, at - 301_000],
        ['no time', { ...headers, 'webhook-timestamp': 'NaN' }, body, secret],
        ['no signature', { ...headers, 'webhook-signature': undefined }, body, secret],
        ['an empty one', { ...headers, 'webhook-signature': 'v1,' }, body, secret],
      ];
      for (const [what, ...given] of forged) expect(verify(...given), what).to.equal(null);
    });

    it('are tried again, under their id, after a 500, a reset, silence and an answer that sends elsewhere', async () => {
      receiver.answers = [answer(500), reset, silence, answer(307, { location: '/elsewhere' }), answer(204)];
      await waits('one');
      // On a machine that is busy a good answer may take as long as silence: it is tried once more then.
      start(Array(50).fill(1), 200);
      await until(async () => (await open()) === 0);
      expect(idsGot().length).to.be.at.least(5);
      expect(new Set(idsGot())).to.deep.equal(new Set(['one']));
      expect(said).to.deep.equal([]);
    });

    it('are tried again where nobody listens, and given up after the last pause, in words without an address', async () => {
      await receiver.close();
      await waits('one');
      start([1, 1]);
      await until(() => said.length > 0);
      expect(said).to.deep.equal(['webhooks: given up after 3 attempts.']);
      await until(async () => (await open()) === 0);
    });

    it('are given up at once where the receiver wants no more of them', async () => {
      receiver.answers = [answer(410)];
      await waits('one');
      start();
      await until(() => said.length > 0);
      await end();
      expect([idsGot(), await open()]).to.deep.equal([['one'], 0]);
    });

    it('wait as long as the receiver asks', async () => {
      receiver.answers = [answer(429, { 'retry-after': '3600' })];
      await waits('one');
      const before = Date.now();
      start();
      const due = async () => {
        const [row] = await database.rows<{ due: string; attempts: number }>('SELECT w.due, attempts FROM webhooks w');
        return row?.attempts === 1 ? Date.parse(row.due) : 0;
      };
      await until(async () => (await due()) > 0);
      expect(await due()).to.be.at.least(before + 3_600_000);
    });

    it('are noted once for a signal of an account since an instant', async () => {
      const since = '2026-03-02T09:00:00.000Z';
      const signal = { id: 'drop', label: 'Drop', effect: 'risk', severity: 'high', since };
      // All that is read of a report.
      const report = { account: { id: 'a' }, asOf: since, signals: [signal] } as unknown as Report;
      const noted = async (former: readonly Report[], now: Report) => {
        const known = new Map(former.map((one) => [one.account.id, one]));
        await database.transaction((transaction) => noteFired(transaction, known, [now], Date.parse(since)));
        return (await database.rows<{ id: string }>('SELECT id FROM webhooks ORDER BY id')).length;
      };
      expect(await noted([report], report)).to.equal(0);
      expect(await noted([], report)).to.equal(1);
      expect(await noted([], report)).to.equal(1);
      expect(await noted([], { ...report, account: { id: 'b', name: 'b' } })).to.equal(2);
      const later = { ...signal, since: '2026-03-09T09:00:00.000Z' };
      expect(await noted([], { ...report, signals: [later] } as unknown as Report)).to.equal(3);
    });

    it('go on after a new start, also those that were under way', async () => {
      receiver.answers = [silence];
      await waits('one');
      const { close } = start();
      await until(() => receiver.got.length === 1);
      await close();
      receiver.answers = [answer(204)];
      start();
      await until(async () => (await open()) === 0);
      expect(idsGot()).to.deep.equal(['one', 'one']);
    });
  });

  it('tell of a signal that has newly fired, once, and of no fact', async () => {
    const end = new Date('2026-03-02T09:00:00Z');
    const webhook = { url, key: webhookKey(secret) };
    const file = `${folder.path}/company.duckdb`;
    const server = await startServer({ file, port: 0, accounts: 3, seed: 3, end, webhook });
    const ask = asStaff((path, init) => fetch(`${server.url}${path}`, init));
    const report = async (): Promise<Report> => {
      const answer = await ask(`/v1/accounts/${account}/health`);
      // Neither a refusal nor a fault may pass for another report.
      expect(answer.status).to.equal(200);
      return answer.json();
    };
    /** Sends events in, and waits until the report is another one. */
    async function happens(key: string, events: readonly object[]): Promise<void> {
      const headers = { 'content-type': 'application/json', 'idempotency-key': key };
      const before = JSON.stringify(await report());
      await ask('/v1/events', { method: 'POST', headers, body: JSON.stringify({ events }) });
      await until(async () => JSON.stringify(await report()) !== before);
    }
    const before = (await report()).signals.map(({ id }) => id);
    const urgent = { account, name: 'ticket', at: '2026-02-20T09:00:00Z', properties: { priority: 'urgent' } };
    await happens('the-first-batch', Array(9).fill(urgent));
    const fired = (await report()).signals.map(({ id }) => id).filter((id) => !before.includes(id));
    expect(fired).not.to.deep.equal([]);
    await until(() => receiver.got.length >= fired.length);
    await happens('the-second-batch', [{ account, name: 'use', at: '2026-03-01T09:00:00Z', user: 'Somebody New' }]);
    await server.close();
    const told = receiver.got.map(({ headers, body }) => verify(headers, body, secret));
    expect(told.map((one) => [one?.type, one?.data.account])).to.deep.equal(fired.map(() => ['signal.fired', account]));
    expect(told.map((one) => one?.data.signal.id).sort()).to.deep.equal(fired.toSorted());
    for (const one of told) {
      expect(Object.keys(one?.data.signal ?? {})).to.deep.equal(['id', 'label', 'effect', 'severity', 'since']);
    }
  });

  it('go nowhere where the network could read along, and need a secret that is one', () => {
    for (const given of [
      'http://crm.example/hook',
      'ftp://crm.example',
      'javascript:1',
      'crm',
      '',
      'https://me:word@crm.example',
    ]) {
      expect(() => receiverUrl(given), given).to.throw(
        'HALE_WEBHOOK must be an https address, or an http one on this machine.',
      );
    }
    expect(receiverUrl('https://crm.example/hook').href).to.equal('https://crm.example/hook');
    for (const given of ['', 'whsec_', 'whsec_c2hvcnQ=', secret.slice(6), `whsec_${'A'.repeat(100)}`]) {
      expect(() => webhookKey(given), given).to.throw(/^HALE_WEBHOOK_SECRET must be whsec_ and 24 to 64 random bytes/);
    }
  });
});
