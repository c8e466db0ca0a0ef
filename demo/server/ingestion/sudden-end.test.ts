import { expect } from 'chai';
import { openDatabase } from '../database/database.ts';
import { asStaff } from '../fixtures/as-staff.ts';
import { ownProcess } from '../fixtures/own-process.ts';
import { suiteFolder } from '../fixtures/suite-folder.ts';
import type { TakenIn } from './take-in.ts';

const rows = 20;

describe('a server that is killed while it takes events in', function () {
  this.timeout(180_000);
  const folder = suiteFolder();
  const file = `${folder.path}/company.duckdb`;
  const server = ownProcess(file);

  after(async () => {
    await server.kill();
    folder.remove();
  });

  const sender = (url: string) => {
    const ask = asStaff((path, init) => fetch(`${url}${path}`, init));
    return (batch: number) =>
      ask('/v1/events', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `batch-${batch}-of-the-test` },
        body: JSON.stringify({
          events: Array.from({ length: rows }, (_, row) => ({
            account: 'acct-0001',
            name: 'killed',
            at: '2026-03-03T09:00:00Z',
            properties: { batch, row },
          })),
        }),
      });
  };

  it('has all that it acknowledged, and each row once when what was not acknowledged is sent again', async () => {
    const send = sender(await server.start());
    const acknowledged = new Set<number>();
    const all = Array.from({ length: 60 }, (_, batch) => batch);
    let next = 0;
    // Four senders at once; the server is killed under them after the twelfth answer.
    await Promise.all(
      [1, 2, 3, 4].map(async () => {
        while (next < all.length) {
          const batch = next++;
          const answer = await send(batch).catch(() => null);
          const taken = answer?.ok ? ((await answer.json().catch(() => null)) as TakenIn | null) : null;
          if (!taken) return;
          expect(taken).to.deep.equal({ accepted: rows, refused: [] });
          acknowledged.add(batch);
          if (acknowledged.size === 12) await server.kill();
        }
      }),
    );
    expect(acknowledged.size).to.be.within(12, 59);

    const again = sender(await server.start());
    const database = async () => {
      await server.kill();
      const opened = await openDatabase(file);
      const found = await opened.rows<{ batch: string; rows: number; different: number }>(
        `SELECT properties->>'batch' AS batch, count(*) AS rows, count(DISTINCT properties->>'row') AS different
         FROM events WHERE name = 'killed' GROUP BY 1`,
      );
      opened.close();
      return found;
    };
    for (const batch of all) if (!acknowledged.has(batch)) expect((await again(batch)).status).to.equal(200);
    const found = await database();
    expect(found.map(({ batch }) => Number(batch)).toSorted((a, b) => a - b)).to.deep.equal(all);
    for (const one of found) expect([one.rows, one.different], `batch ${one.batch}`).to.deep.equal([rows, rows]);
  });
});
