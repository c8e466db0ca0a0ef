import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { openDatabase } from '../database/database.ts';
import { asStaff } from '../fixtures/as-staff.ts';
import { suiteFolder } from '../fixtures/suite-folder.ts';
import type { TakenIn } from './take-in.ts';

const serve = fileURLToPath(new URL('../fixtures/serve.ts', import.meta.url));
const rows = 20;

describe('a server that is killed while it takes events in', function () {
  this.timeout(180_000);
  const folder = suiteFolder();
  const file = `${folder.path}/company.duckdb`;
  let child: ChildProcess | null = null;

  after(() => {
    child?.kill('SIGKILL');
    folder.remove();
  });

  async function start(): Promise<string> {
    const args = ['--conditions=@hale/source', '--disable-warning=ExperimentalWarning', serve, file];
    const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    child = started;
    const ended = once(started, 'exit').then(() => Promise.reject(new Error('The server has ended.')));
    // Once it has begun, its end is what the test is about.
    ended.catch(() => {});
    const [url] = await Promise.race([once(createInterface(started.stdout), 'line'), ended]);
    return url;
  }
  async function kill(): Promise<void> {
    const ended = child && once(child, 'exit');
    child?.kill('SIGKILL');
    await ended;
    child = null;
  }
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
    const send = sender(await start());
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
          if (acknowledged.size === 12) await kill();
        }
      }),
    );
    expect(acknowledged.size).to.be.within(12, 59);

    const again = sender(await start());
    const database = async () => {
      await kill();
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
