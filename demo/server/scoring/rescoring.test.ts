import { setTimeout } from 'node:timers/promises';
import { differences } from '@hale/cli/conformance';
import { expect } from 'chai';
import { openDatabase } from '../database/database.ts';
import { asStaff } from '../fixtures/as-staff.ts';
import { suiteFolder } from '../fixtures/suite-folder.ts';
import { readRows } from '../ingestion/read-batch.ts';
import { takeIn } from '../ingestion/take-in.ts';
import { chooseModel } from '../models/choose-model.ts';
import { readReports } from '../reading/reports.ts';
import { startServer } from '../start-server.ts';
import { rescore } from './rescore.ts';
import { scorePortfolio } from './score-portfolio.ts';

const end = new Date('2026-03-02T09:00:00Z');
const [one, two, other] = ['acct-0001', 'acct-0002', 'acct-0003'];
const paths = [one, two, other].flatMap((id) => [
  `/v1/accounts/${id}`,
  `/v1/accounts/${id}/health`,
  `/v1/accounts/${id}/adoption`,
  `/v1/accounts/${id}/data`,
]);

describe('accounts of which events come in', function () {
  this.timeout(180_000);
  const folder = suiteFolder();
  const file = `${folder.path}/company.duckdb`;
  after(folder.remove);

  /** A server for as long as `work` takes. */
  async function during<T>(work: (ask: ReturnType<typeof asStaff>) => Promise<T>): Promise<T> {
    const { url, close } = await startServer({ file, port: 0, accounts: 4, seed: 3, end });
    return work(asStaff((path, init) => fetch(`${url}${path}`, init))).finally(close);
  }
  const all = (ask: ReturnType<typeof asStaff>) =>
    Promise.all(paths.map(async (path) => [path, await (await ask(path)).json()] as const));
  const ticket = (account: string, at: string) => ({ account, name: 'ticket', at, properties: { priority: 'urgent' } });
  const send = async (ask: ReturnType<typeof asStaff>, key: string, events: readonly object[]) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    const answer = await ask('/v1/events', { method: 'POST', headers, body: JSON.stringify({ events }) });
    expect(await answer.json()).to.deep.equal({ accepted: events.length, refused: [] });
  };
  async function until(holds: () => Promise<boolean>): Promise<void> {
    while (!(await holds())) await setTimeout(20);
  }

  it('have another report soon after, and the one that a server that scores all anew gives; others keep theirs', async () => {
    const again = await during(async (ask) => {
      const tags = new Map<string, string>();
      const tagged = async (id: string) => {
        const path = `/v1/accounts/${id}/health`;
        const answer = await ask(path, { headers: { 'if-none-match': tags.get(id) ?? '' } });
        if (answer.status === 200) tags.set(id, answer.headers.get('etag') ?? '');
        await answer.arrayBuffer();
        return answer.status;
      };
      for (const id of [one, two, other]) expect(await tagged(id)).to.equal(200);
      const former = await all(ask);
      await send(ask, 'of-this-week', Array(9).fill(ticket(one, '2026-03-01T09:00:00Z')));
      // It reaches weeks that were scored long before.
      await send(ask, 'of-ten-weeks', Array(9).fill(ticket(two, '2025-12-20T09:00:00Z')));
      await until(async () => (await tagged(one)) === 200);
      await until(async () => (await tagged(two)) === 200);
      expect([await tagged(one), await tagged(two), await tagged(other)]).to.deep.equal([304, 304, 304]);
      const now = await all(ask);
      for (const [place, [path, answer]] of now.entries()) {
        const was = former[place]?.[1];
        if (path.includes(other)) expect(answer, path).to.deep.equal(was);
        else if (path.endsWith('/health')) expect(answer, path).not.to.deep.equal(was);
      }
      return now;
    });
    const database = await openDatabase(file);
    expect(await database.rows('SELECT * FROM touched')).to.deep.equal([]);
    await database.run(`DELETE FROM meta WHERE key = 'scored'`);
    database.close();
    for (const [place, [path, anew]] of (await during(all)).entries()) {
      expect(differences(anew, again[place]?.[1]), path).to.deep.equal([]);
    }
  });

  it('are told of as of an event that came after the instant of the scores, once its time has come', async () => {
    const later = end.getTime() + 3_600_000;
    const database = await openDatabase(file);
    const portfolio = { session: database, model: chooseModel(''), asOf: end.getTime() };
    const asOf = async () => (await readReports(portfolio, [one, two])).get(one)?.asOf;
    const before = await readReports(portfolio, [one, two]);
    const rows = readRows(Array(9).fill(ticket(one, new Date(later).toISOString())));
    await takeIn(database, { bearer: 'test', key: 'from-later', text: '', rows }, 0);
    await rescore(database, portfolio, later - 1);
    expect(await asOf()).to.equal(end.toISOString());
    expect(await database.rows('SELECT * FROM touched')).to.deep.equal([]);
    await database.run(`DELETE FROM meta WHERE key = 'scored'`);
    // Scored all anew, as after a change of the model, it is noted again.
    await scorePortfolio(database, portfolio, () => {});
    expect((await rescore(database, portfolio, later)).changed).to.deep.equal([one]);
    expect(await asOf()).to.equal(new Date(later + 1).toISOString());
    const after = await readReports(portfolio, [one, two]);
    expect(after.get(one)?.signals).not.to.deep.equal(before.get(one)?.signals);
    expect(differences(before.get(two), after.get(two))).to.deep.equal([]);
    database.close();
  });

  it('are scored at the next start where the server ended before', async () => {
    const path = `/v1/accounts/${other}/health`;
    const report = async (ask: ReturnType<typeof asStaff>) => {
      const answer = await ask(path);
      // Neither a refusal nor a fault may pass for another report.
      expect(answer.status).to.equal(200);
      return answer.json();
    };
    const before = await during(report);
    const database = await openDatabase(file);
    // The model asks for those that have been open for three days.
    const rows = readRows(Array(9).fill(ticket(other, '2026-02-20T09:00:00Z')));
    await takeIn(database, { bearer: 'test', key: 'at-the-end', text: '', rows }, 0);
    database.close();
    await during((ask) => until(async () => differences(before, await report(ask)).length > 0));
  });
});
