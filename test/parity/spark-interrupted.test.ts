import { type ChildProcess, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { sparkPython, sparkUntried } from '../../scripts/spark/python.ts';
import { hale } from '../support/hale.ts';

const lacks = await sparkUntried();

describe('hale on Spark, interrupted', function () {
  this.timeout(600_000);
  if (lacks !== null) {
    return void it(lacks, function () {
      this.skip();
    });
  }

  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hale-interrupted-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The processes that were started with the folder in their words: Python, the driver, executors. */
  const processes = () =>
    execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8', maxBuffer: 1e8 })
      .split('\n')
      .filter((line) => line.includes(folder) && !line.includes('checkout.mjs'));

  const moments = {
    'while Spark starts': () => processes().some((line) => line.includes('SparkSubmit')),
    'while executors run': () => processes().some((line) => line.includes('CoarseGrainedExecutorBackend')),
  };
  for (const [when, hasCome] of Object.entries(moments)) {
    it(`leaves no folder and no process behind ${when}`, async () => {
      const python = await sparkPython();
      let child: ChildProcess | undefined;
      const ran = hale(['vectors', '--engine', 'spark', '--connect', python], {
        cwd: folder,
        env: { TMPDIR: folder },
        started: (started) => {
          child = started;
        },
      });
      while (!hasCome()) await sleep(100);
      child?.kill('SIGINT');
      expect((await ran).code).to.equal(null);
      // A process that was killed is told of until its parent has heard of it.
      for (let waited = 0; processes().length > 0 && waited < 5000; waited += 100) await sleep(100);
      expect(processes()).to.deep.equal([]);
      expect(readdirSync(folder)).to.deep.equal([]);
    });
  }
});
