import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDuckDb } from '@hale/cli';
import { expect } from 'chai';
import { prepareDatabase, readMeta } from '../../demo/data/prepare-database.ts';
import { hale, type Ran, type RunOptions } from '../support/hale.ts';

const model = fileURLToPath(new URL('../../packages/core/examples/weighted-formula.json', import.meta.url));

describe('hale import', function () {
  this.timeout(120_000);
  let cwd = '';
  const run = (args: readonly string[], options: Partial<RunOptions> = {}): Promise<Ran> =>
    hale(args, { cwd, ...options });
  const into = (events: string, options: Partial<RunOptions> = {}): Promise<Ran> =>
    run(['import', '--into', 'book.duckdb', '--accounts', 'accounts.csv', '--events', events, '--json'], options);
  const digest = () =>
    createHash('sha256')
      .update(readFileSync(join(cwd, 'book.duckdb')))
      .digest('hex');
  const sizeOf = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + (statSync(join(cwd, name), { throwIfNoEntry: false })?.size ?? 0), 0);
  const leftOvers = () => readdirSync(cwd).filter((name) => name.startsWith('book.duckdb.'));

  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'hale-import-'));
    writeFileSync(
      join(cwd, 'accounts.csv'),
      `id,seats\n${Array.from({ length: 50 }, (_, index) => `a${index},${index + 1}\n`).join('')}`,
    );
    const event = (index: number) =>
      `a${index % 50},use,2026-${String((index % 11) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}T08:00:00Z,u${index % 7},f${index % 5}\n`;
    const header = 'account_id,name,at,user_id,feature\n';
    const events = Array.from({ length: 20_000 }, (_, index) => event(index)).join('');
    writeFileSync(join(cwd, 'few.csv'), header + event(1) + event(2));
    writeFileSync(join(cwd, 'many.csv'), header);
    for (let time = 0; time < 30; time++) appendFileSync(join(cwd, 'many.csv'), events);
    const engine = await openDuckDb();
    const [from, to] = ['many.csv', 'many.parquet'].map((name) => join(cwd, name));
    await engine.run({ text: `copy (from read_csv('${from}')) to '${to}'`, values: [] });
    await engine.close();
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));
  beforeEach(() => {
    for (const name of readdirSync(cwd)) if (name.startsWith('book.')) rmSync(join(cwd, name), { recursive: true });
  });

  it('makes a database that can be scored, and shows how far it is where nobody looks at a terminal', async () => {
    const { code, out, err } = await into('many.csv');
    expect(code).to.equal(0);
    const { rows, asOf, file } = JSON.parse(out);
    expect(rows).to.deep.equal({ accounts: 50, facts: 50, events: 600_000, history: 0, overrides: 0 });
    expect([file, asOf]).to.deep.equal(['book.duckdb', '2026-11-28T08:00:00.000Z']);
    expect(err).to.match(
      /^(Reading .*\d %\n|Putting .*\d %\n|Writing .*\n)*accounts\.csv: read as facts: seats\.\nmany\.csv: read as properties: feature\.\nevents: these came: use\. Any other .*\n$/,
    );
    expect(leftOvers()).to.deep.equal([]);
    const scored = await run(['score', '-m', model, '--database', 'book.duckdb', '--now', '2026-11-14', '-q']);
    expect([scored.code, scored.out.trim().split('\n').length]).to.deep.equal([0, 50]);
  });

  it('keeps the former database whole when it is killed, wherever it was, and then completes', async function () {
    if (process.platform === 'win32') return void this.skip();
    expect((await into('few.csv')).code).to.equal(0);
    const before = digest();
    // When its draft first appears, and while events are written into it in order.
    const cases = ['many.csv', 'many.parquet'].flatMap((file) => [0, 500_000].map((bytes) => ({ file, bytes })));
    for (const { file, bytes } of cases) {
      let killed = false;
      await into(file, {
        started(child) {
          const watching = setInterval(() => {
            const drafts = leftOvers().filter((name) => name.includes(`.hale-${child.pid}`));
            if (child.exitCode !== null) clearInterval(watching);
            if (drafts.length === 0 || sizeOf(drafts) < bytes) return;
            clearInterval(watching);
            killed = child.kill('SIGKILL');
          }, 5);
        },
      });
      expect(killed, `${file} killed at ${bytes} bytes`).to.equal(true);
      expect(digest(), `${file} killed at ${bytes} bytes`).to.equal(before);
      const engine = await openDuckDb(join(cwd, 'book.duckdb'), { access_mode: 'READ_ONLY' });
      const [count] = await engine.run({ text: 'select count(*) as events from events', values: [] });
      await engine.close();
      expect(Number(count?.events)).to.equal(2);
    }
    expect(leftOvers()).not.to.deep.equal([]);
    for (const file of ['many.csv', 'many.parquet']) {
      const { code, out } = await into(file);
      expect([code, JSON.parse(out).rows.events], file).to.deep.equal([0, 600_000]);
      expect(leftOvers()).to.deep.equal([]);
    }
  });

  it('keeps the former database whole at whatever stage it is killed', async function () {
    if (process.platform === 'win32') return void this.skip();
    expect((await into('few.csv')).code).to.equal(0);
    const before = digest();
    // With a row more than the former one has.
    cpSync(join(cwd, 'few.csv'), join(cwd, 'some.csv'));
    appendFileSync(join(cwd, 'some.csv'), 'a1,use,2026-01-01,u,f\n');
    const command = new URL('../../packages/cli/src/commands/import.ts', import.meta.url);
    const stages = ['Reading columns of accounts', 'Reading accounts', 'Reading columns of some', 'Reading some'];
    stages.push('Putting events in order', 'Writing the database', 'Putting it in its place');
    for (const stage of stages) {
      const killsItself = `import { importFiles } from ${JSON.stringify(command)};
        const at = (what) => what.startsWith(${JSON.stringify(stage)}) && process.kill(process.pid, 'SIGKILL');
        const terminal = { json: true, async write() {}, note() {}, fault() {}, paint: (_, text) => text };
        const options = { into: 'book.duckdb', accounts: ['accounts.csv'], events: ['some.csv'] };
        await importFiles.run({ options, words: [] }, { ...terminal, progress: () => ({ at, done() {}, stop() {} }) });`;
      const child = spawn(process.execPath, ['--conditions=@hale/source', '--input-type=module', '-e', killsItself], {
        cwd,
      });
      const [, signal] = await once(child, 'close');
      expect([signal, digest()], stage).to.deep.equal(['SIGKILL', before]);
    }
    expect(leftOvers()).not.to.deep.equal([]);
    expect((await into('few.csv')).code).to.equal(0);
    expect(leftOvers()).to.deep.equal([]);
  });

  it('may run twice at once: the one that ends last is there, whole', async () => {
    const both = await Promise.all([into('few.csv'), into('many.csv'), into('few.csv')]);
    expect(both.map(({ code }) => code)).to.deep.equal([0, 0, 0]);
    expect(leftOvers()).to.deep.equal([]);
    const engine = await openDuckDb(join(cwd, 'book.duckdb'), { access_mode: 'READ_ONLY' });
    const [count] = await engine.run({ text: 'select count(*) as events from events', values: [] });
    await engine.close();
    expect(Number(count?.events)).to.be.oneOf([2, 600_000]);
  });

  it('takes nothing over from a writer that was killed and left its log beside the former database', async function () {
    if (process.platform === 'win32') return void this.skip();
    expect((await into('few.csv')).code).to.equal(0);
    const writes = `import { openDuckDb } from '@hale/cli';
      const engine = await openDuckDb(${JSON.stringify(join(cwd, 'book.duckdb'))});
      await engine.run({ text: "insert into accounts (id) values ('w1')", values: [] });
      process.stdout.write('written');
      setInterval(() => engine.name, 1000); // Held: what nobody can reach is closed.`;
    const flags = ['--conditions=@hale/source', '--input-type=module', '-e', writes];
    const writer = spawn(process.execPath, flags, { cwd: fileURLToPath(new URL('.', import.meta.url)) });
    await once(writer.stdout, 'data');
    const busy = await into('few.csv');
    expect([busy.code, JSON.parse(busy.out).faults[0].code]).to.deep.equal([3, 'in-use']);
    writer.kill('SIGKILL');
    await once(writer, 'close');
    expect(leftOvers()).to.deep.equal(['book.duckdb.wal']);
    const { code, out } = await into('few.csv');
    expect([code, JSON.parse(out).rows.accounts, leftOvers()]).to.deep.equal([0, 50, []]);
    const scored = await run(['score', '-m', model, '--database', 'book.duckdb', '--now', '2026-11-14', '-q']);
    expect(scored.out.trim().split('\n')).to.have.length(50);
    expect(scored.out).not.to.include('"w1"');
  });

  it('leaves nothing behind when it is interrupted, or when a cell is wrong', async function () {
    if (process.platform === 'win32') return void this.skip();
    expect((await into('few.csv')).code).to.equal(0);
    const before = digest();
    const interrupted = await into('many.csv', {
      started(child) {
        const watching = setInterval(() => {
          if (leftOvers().length === 0) return;
          clearInterval(watching);
          child.kill('SIGINT');
        }, 5);
      },
    });
    expect(interrupted.code).to.equal(null);
    expect([digest(), leftOvers()]).to.deep.equal([before, []]);
    cpSync(join(cwd, 'few.csv'), join(cwd, 'wrong.csv'));
    appendFileSync(join(cwd, 'wrong.csv'), 'a1,use,soon,u,f\n');
    const { code, err } = await into('wrong.csv');
    expect(code).to.equal(3);
    expect(err).to.match(/^wrong\.csv:4: error: at must be a time .*, not "soon"\.\n$/);
    expect([digest(), leftOvers()]).to.deep.equal([before, []]);
  });

  it('replaces nothing that it did not make', async () => {
    writeFileSync(join(cwd, 'book.duckdb'), 'my diary');
    const { code, err } = await into('few.csv');
    expect([code, err]).to.deep.equal([3, 'book.duckdb: error: it is not a DuckDB database: name another file.\n']);
    expect(readFileSync(join(cwd, 'book.duckdb'), 'utf8')).to.equal('my diary');
    rmSync(join(cwd, 'book.duckdb'));
    const engine = await openDuckDb(join(cwd, 'book.duckdb'));
    await engine.run({ text: 'create table mine(x integer)', values: [] });
    await engine.close();
    expect((await into('few.csv')).err).to.match(/^book\.duckdb: error: it is not a database that hale import made/);
  });

  it('makes a database that the demo shows, and shows anew when it was imported anew', async () => {
    const data = { dir: join(cwd, 'book.duckdb') };
    const options = { file: join(cwd, 'demo.duckdb'), seed: 1, end: new Date(), accounts: 3, data };
    const shown = async () => {
      const database = await prepareDatabase(options);
      try {
        const [count] = await database.rows<{ accounts: number; events: number; times: number }>(
          'SELECT (SELECT count(*) FROM accounts) AS accounts, count(*) AS events, sum(count) AS times FROM events',
        );
        return { ...count, ...(await readMeta(database)) };
      } finally {
        database.close();
      }
    };
    await into('few.csv');
    expect(await shown()).to.include({
      accounts: 50,
      events: 2,
      times: 2,
      title: 'book',
      asOf: '2026-03-04T00:00:00.000Z',
    });
    await into('many.csv');
    expect(await shown()).to.include({ accounts: 50, events: 600_000, asOf: '2026-11-29T00:00:00.000Z' });
    writeFileSync(data.dir, 'my diary');
    const refused = await shown().catch((error: Error) => error.message);
    expect(refused).to.equal(`${data.dir} must be a folder of CSV files, or a database that hale import made.`);
  });

  it('counts rows of accounts that there are not, and imports the rest', async () => {
    writeFileSync(join(cwd, 'strange.csv'), 'account_id,name,at\na1,use,2026-01-01\nzz,use,2026-01-01\n');
    const { code, err } = await into('strange.csv');
    expect(code).to.equal(0);
    expect(err).to.include(
      'events: 1 row of 1 account that is not among the accounts, such as "zz", counts for nothing.',
    );
  });
});
