import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { inFolder, now, score } from '../support/command-line.ts';

describe('the command line, interrupted', function () {
  this.timeout(120_000);
  const line = inFolder();
  const { run, write, read } = line;

  it('ends in peace where nobody reads on', async () => {
    const args = [
      process.execPath,
      '--conditions=@hale/source',
      fileURLToPath(new URL('../../packages/cli/bin/checkout.mjs', import.meta.url)),
    ];
    const [node = '', ...rest] = args;
    const child = spawn(node, [...rest, ...score, '--documents', 'documents.json'], { cwd: line.cwd });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'close');
    expect([code, err]).to.deep.equal([0, '']);
  });

  it('leaves nothing half-written when it is interrupted, nor anything of the accounts', async function () {
    if (process.platform === 'win32') return void this.skip();
    const ids = Array.from({ length: 20_000 }, (_, index) => `a${index}`);
    write('many.ndjson', ids.map((id) => `{"id":"${id}"}\n`).join(''));
    write('many.csv', `id\n${ids.join('\n')}\n`);
    await run(['import', '--into', 'many.duckdb', '--accounts', 'many.csv', '-q']);
    const scratch = join(line.cwd, '..', 'scratch');
    mkdirSync(scratch);
    const env = { TMPDIR: scratch };
    /** Kills it once `folder` has a name that begins so. */
    const killed = (folder: string, start: string, how: NodeJS.Signals) => ({
      env,
      started(child: { kill(signal: NodeJS.Signals): boolean }) {
        const waiting = setInterval(() => {
          if (!readdirSync(folder).some((name) => name.startsWith(start))) return;
          clearInterval(waiting);
          child.kill(how);
        }, 5);
      },
    });
    const drafts = () => readdirSync(line.cwd).filter((name) => name.includes('.hale-'));
    const compared = ['compare', '--before', 'model.json', '--after', 'other.json', '--now', now, '-q'];
    for (const [args, out] of [
      [[...score, '--documents', 'many.ndjson'], 'kept.ndjson'],
      [[...score, '--documents', 'many.ndjson'], 'kept.csv'],
      [[...score, '--accounts', 'many.csv'], 'kept.parquet'],
      [[...score, '--database', 'many.duckdb'], 'kept.json'],
      [[...compared, '--documents', 'many.ndjson'], null],
    ] as const) {
      const what = args.join(' ');
      if (out) write(out, 'as it was\n');
      const when = out?.endsWith('json')
        ? killed(line.cwd, `${out}.hale-`, 'SIGINT')
        : killed(scratch, 'hale-', 'SIGINT');
      const { code } = await run([...args, ...(out ? ['--out', out] : [])], when);
      expect([code, readdirSync(scratch), drafts()], what).to.deep.equal([null, [], []]);
      if (out) expect(read(out), what).to.equal('as it was\n');
    }
    // After a kill that nothing can be done at, the next run clears away what is left.
    await run(
      [...score, '--documents', 'many.ndjson', '--out', 'kept.ndjson'],
      killed(line.cwd, 'kept.ndjson.hale-', 'SIGKILL'),
    );
    expect([readdirSync(scratch).length, drafts().length]).to.satisfy(
      ([folders = 0, files]: number[]) => folders > 0 && files === 1,
    );
    expect((await run([...score, '--documents', 'documents.json', '--out', 'kept.ndjson'], { env })).code).to.equal(0);
    expect([readdirSync(scratch), drafts()]).to.deep.equal([[], []]);
  });
});
