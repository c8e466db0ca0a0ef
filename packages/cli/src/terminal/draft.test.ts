import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { openDraft } from './draft.ts';
import { clearLeftOvers, ownMark } from './own-mark.ts';
import { openScratch } from './scratch.ts';

/** The id of a process that has ended. */
const ended = spawnSync(process.execPath, ['--version']).pid;
const markOf = (pid: number) => ownMark().replace(/^\d+/, String(pid));

describe('what earlier runs left', () => {
  let folder = '';
  const file = () => join(folder, 'out.csv');
  const put = (name: string) => writeFileSync(join(folder, name), name);
  const names = () => readdirSync(folder).toSorted();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hale-draft-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is cleared away where its process has ended, with what a database put beside it', () => {
    const mark = markOf(ended);
    for (const ending of ['', '.wal', '.tmp']) put(`out.csv.hale-${mark}${ending}`);
    mkdirSync(join(folder, `out.csv.hale-${mark}.spill`, 'deep'), { recursive: true });
    openDraft(file()).discard();
    expect(names()).to.deep.equal([]);
  });

  it('stays where it may be at work, on this host or another, or is of another file', () => {
    const others = [
      `out.csv.hale-${markOf(process.pid)}`,
      `out.csv.hale-${markOf(process.ppid)}.wal`,
      `out.csv.hale-${markOf(ended).replace(/-[0-9a-f]{8}-/, '-00000000-')}`,
      `other.csv.hale-${markOf(ended)}`,
    ];
    for (const name of others) put(name);
    openDraft(file()).discard();
    expect(names()).to.deep.equal(others.toSorted());
  });

  it("is never what only begins like it: people's own files and folders", () => {
    const own = [
      'out.csv.hale-1999999999-keep-this',
      'out.csv.hale-4000000.backup',
      `out.csv.hale-${ended}`,
      `out.csv.hale-${markOf(ended)}.backup`,
      `out.csv.hale-${markOf(ended)}0`,
    ];
    for (const name of own) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'mine'), '');
    }
    // A folder of a draft's very name is none.
    const folderLikeOne = `out.csv.hale-${markOf(ended)}`;
    mkdirSync(join(folder, folderLikeOne));
    openDraft(file()).discard();
    expect(names()).to.deep.equal([...own, folderLikeOne].toSorted());
  });

  it('goes with its draft alone: two of one process do not meet', () => {
    const [one, other] = [openDraft(file()), openDraft(file())];
    writeFileSync(one.path, 'one');
    writeFileSync(other.path, 'other');
    one.discard();
    other.keep();
    expect([names(), readFileSync(file(), 'utf8')]).to.deep.equal([['out.csv'], 'other']);
  });

  it('of a former file is not taken for a part of the new one', () => {
    for (const name of ['out.csv', 'out.csv.wal']) put(name);
    const draft = openDraft(file());
    writeFileSync(draft.path, 'new');
    expect(names()).to.include('out.csv.wal');
    draft.keep(['.wal']);
    expect([names(), readFileSync(file(), 'utf8')]).to.deep.equal([['out.csv'], 'new']);
  });

  it('takes the place of the file that a link leads to, and of no device', function () {
    if (process.platform === 'win32') return void this.skip();
    put('kept.csv');
    symlinkSync('kept.csv', file());
    const draft = openDraft(file());
    writeFileSync(draft.path, 'new');
    draft.keep();
    expect([names(), readFileSync(join(folder, 'kept.csv'), 'utf8'), readlinkSync(file())]).to.deep.equal([
      ['kept.csv', 'out.csv'],
      'new',
      'kept.csv',
    ]);
    expect(() => openDraft('/dev/null')).to.throw('it is no ordinary file');
  });

  it('in the folder for scratch goes too, and only that', () => {
    mkdirSync(join(folder, `hale-${markOf(ended)}`, 'spill'), { recursive: true });
    mkdirSync(join(folder, `hale-${markOf(process.ppid)}`));
    mkdirSync(join(folder, 'hale-mine'));
    const scratch = openScratch(folder);
    expect(names())
      .to.have.length(3)
      .and.to.include(basename(join(scratch.path('x'), '..')));
    scratch.remove();
    expect(names()).to.have.length(2).and.to.include('hale-mine');
  });

  it('of another kind goes by its own name', () => {
    const kept = [`hale-${markOf(ended)}`, `spark-${markOf(process.ppid)}`, 'spark-mine'];
    for (const name of [...kept, `spark-${markOf(ended)}`]) mkdirSync(join(folder, name, 'bin'), { recursive: true });
    clearLeftOvers(folder, 'spark-');
    expect(names()).to.have.members(kept);
  });
});
