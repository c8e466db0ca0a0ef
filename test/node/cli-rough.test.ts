import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { hale, type Ran, type RunOptions } from '../support/hale.ts';

const model = fileURLToPath(new URL('../../packages/core/examples/weighted-formula.json', import.meta.url));
const program = fileURLToPath(new URL('../../packages/cli/bin/checkout.mjs', import.meta.url));

/** What a command line meets outside of its own tests. */
describe('hale, given what is rough', function () {
  this.timeout(120_000);
  let cwd = '';
  const write = (name: string, text: string | Buffer) => writeFileSync(join(cwd, name), text);
  const run = (args: readonly string[], options: Partial<RunOptions> = {}): Promise<Ran> =>
    hale(args, { cwd, ...options });
  const score = (...args: string[]) => run(['score', '-m', model, '--now', '2026-11-14', '-q', ...args]);

  before(() => {
    cwd = mkdtempSync(join(tmpdir(), 'hale-rough-'));
    write('accounts.csv', 'id,name\na,A\nb,B\n');
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  it('reads CSV with a byte order mark and Windows line ends, and zipped files, as any other', async () => {
    write('windows.csv', '\uFEFFid,name\r\na,A\r\nb,"B"\r\n');
    const events = 'account_id,name,at\na,use,2026-11-01\n';
    write('events.csv', events);
    write('events.csv.gz', gzipSync(events));
    const plain = await score('--accounts', 'accounts.csv', '--events', 'events.csv');
    expect(plain.code).to.equal(0);
    expect(await score('--accounts', 'windows.csv', '--events', 'events.csv.gz')).to.deep.equal(plain);
  });

  it('says that a zipped file is cut short, or is none', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `a${index},${Math.sin(index)}\n`).join('');
    const zipped = gzipSync(`id,name\n${rows}`);
    write('cut.csv.gz', zipped.subarray(0, zipped.length / 2));
    write('none.csv.gz', 'id,name\n');
    for (const [name, what] of [
      ['cut.csv.gz', 'unexpected end of file'],
      ['none.csv.gz', 'incorrect header check'],
    ]) {
      const { code, out, err } = await score('--accounts', name ?? '');
      expect([code, out, err]).to.deep.equal([
        3,
        '',
        `${name}: error: it is no whole gzip file (${what}): is it cut short, or not zipped at all?\n`,
      ]);
    }
  });

  it('says nothing but what is wrong, however far down a file it is', async () => {
    const rows = 'a,use,2026-11-01\n'.repeat(50_000);
    write('far.csv', `account_id,name,at\n${rows}a,use,01.11.2026\n${rows}`);
    const { code, out, err } = await score('--accounts', 'accounts.csv', '--events', 'far.csv');
    expect([code, out, err.split('\n').length]).to.deep.equal([3, '', 2]);
    expect(err).to.match(/^far\.csv:50002: error: at must be a time .* not "01\.11\.2026"\.\n$/);
  });

  it('takes a cell of megabytes, and a table without rows', async () => {
    write('long.csv', `id,name\na,"${'x\n'.repeat(2_000_000)}"\n`);
    expect((await score('--accounts', 'long.csv', '--format', 'csv')).code).to.equal(0);
    write('none.csv', 'id,name\n');
    expect(await score('--accounts', 'none.csv')).to.deep.equal({ code: 0, out: '', err: '' });
  });

  it('says so where a file cannot be written, and leaves nothing', async function () {
    if (!existsSync('/proc/self')) return void this.skip();
    for (const name of ['scores.ndjson', 'scores.csv']) {
      const { code, err } = await score('--accounts', 'accounts.csv', '--out', `/proc/${name}`);
      expect([code, err.split(/[:,] /)[1]], name).to.deep.equal([3, 'this machine could not do it']);
      expect(err).not.to.include('fault of its own');
    }
    const { code, err } = await score('--accounts', 'accounts.csv', '--out', 'nowhere/scores.csv');
    expect([code, err]).to.deep.equal([
      3,
      'nowhere/scores.csv: error: the file cannot be written: there is no folder nowhere: make it first.\n',
    ]);
    expect(readdirSync(cwd).filter((name) => name.includes('.hale-'))).to.deep.equal([]);
  });

  it('writes over nothing that it reads, by whatever name, nor over what is no plain file', async function () {
    if (process.platform === 'win32') return void this.skip();
    const own = readFileSync(model, 'utf8');
    write('own.json', own);
    symlinkSync('own.json', join(cwd, 'link.json'));
    const ask = (...args: string[]) => run(['score', '-m', 'own.json', '--accounts', 'accounts.csv', '-q', ...args]);
    for (const [out, option] of [
      ['./accounts.csv', '--accounts'],
      ['own.json', '--model'],
      ['link.json', '--model'],
    ]) {
      const { code, err } = await ask('--out', out ?? '');
      const sentence = `hale: --out must be another file than ${option}: nothing is written over it.`;
      expect([code, err.split('\n')[0]]).to.deep.equal([2, sentence]);
    }
    expect(readFileSync(join(cwd, 'accounts.csv'), 'utf8')).to.equal('id,name\na,A\nb,B\n');
    expect(readFileSync(join(cwd, 'own.json'), 'utf8')).to.equal(own);
    const { code, err } = await ask('--out', '.', '--format', 'csv');
    expect([code, err.includes('it is a folder: name a file in it')]).to.deep.equal([3, true]);
  });

  it('says so where standard output takes no more', function () {
    if (!existsSync('/dev/full')) return void this.skip();
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, ['--conditions=@hale/source', program, 'sql', model], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect(status).to.equal(3);
    expect(stderr).to.match(/error: standard output cannot be written: ENOSPC/);
  });

  it('tells programs as JSON what it does not understand', async () => {
    const { code, out } = await run(['score', '--json', '--modle', 'x']);
    expect(code).to.equal(2);
    expect(JSON.parse(out)).to.deep.equal({
      ok: false,
      faults: [{ code: 'usage', message: 'There is no option --modle: is it --model?' }],
    });
  });

  it('repeats no connection string that it refuses', async () => {
    const { code, err } = await run(['vectors', '--engine', 'postgres', '--connect', 'mysql://me:secret@host', '-q']);
    expect([code, err]).to.deep.equal([
      3,
      'error: postgres cannot be used: its connection string must be such as postgres://user@host:5432/name\n',
    ]);
  });

  describe('to check', () => {
    it('warns of what in accounts is hardly meant, which counts only when strict', async () => {
      write('tracked.csv', 'id,tracked\na,use\nb,\n');
      write(
        'odd.csv',
        'account_id,name,at,until\na,use,2026-11-02,2026-11-01\na,login,2026-11-01,\nb,login,2026-11-01,\n',
      );
      const accounts = ['--accounts', 'tracked.csv', '--events', 'odd.csv', '-q'];
      const { code, out, err } = await run(['check', model, ...accounts]);
      expect([code, out.split('\n')[1]]).to.deep.equal([0, '2 accounts can be scored, 2 warnings']);
      const told = err.split('\n').filter((line) => line.startsWith('odd.csv: warning: account "a": events['));
      expect(told).to.have.length(2);
      expect((await run(['check', ...accounts, '--strict'])).code).to.equal(1);
      const { accounts: asJson, ok } = JSON.parse((await run(['check', ...accounts, '--json'])).out);
      expect([
        ok,
        asJson.accounts,
        asJson.warned,
        asJson.warnings.map(({ code: one }: { code: string }) => one),
      ]).to.deep.equal([true, 2, 2, ['ends-before-start', 'untracked-event']]);
    });

    it('tells the first of thousands of warnings, and how many there are', async () => {
      const odd = Array.from(
        { length: 50 },
        (_, index) => `{"id":"a${index}","tracked":[],"events":[{"name":"use","at":"2026-11-01T00:00:00Z"}]}\n`,
      );
      write('odd.ndjson', odd.join(''));
      const { out, err } = await run(['check', '--documents', 'odd.ndjson']);
      expect(out).to.equal('50 accounts can be scored, 50 warnings\n');
      expect(err.trim().split('\n'))
        .to.have.length(21)
        .and.to.satisfy((lines: string[]) => lines.at(-1) === '… and 30 more of these.');
    });

    it('tells of accounts that are wrong with their line', async () => {
      write('wrong.ndjson', '{"id":"a"}\n{"id":"b","since":"soon"}\n');
      const { code, out, err } = await run(['check', '--documents', 'wrong.ndjson']);
      expect([code, out]).to.deep.equal([1, '1 fault\n']);
      expect(err).to.match(/^wrong\.ndjson:2: error: account 2: since must be an instant/);
    });
  });
});
