import { spawn, spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { onInterrupt } from '../terminal/clean-up.ts';
import { clearLeftOvers, ownMark } from '../terminal/own-mark.ts';
import { ownFile } from './own-file.ts';

const requirements = ownFile('python/requirements.txt');
const windows = process.platform === 'win32';
const pythonIn = (folder: string) => join(folder, windows ? 'Scripts/python.exe' : 'bin/python');

/** Why Spark cannot run on this machine, as a sentence: Java or Python is missing or too old. Null where both are there. */
export function sparkLacks(): string | null {
  const python = findPython();
  return javaLacks() ?? (typeof python === 'string' ? python : null);
}

/**
 * The Python of a virtual environment in `folder` that has the Spark this package runs with. Made where it is missing
 * or of another version, which brings some 450 MB from PyPI, and found again later; `say` is told before that.
 * Rejects with what `sparkLacks` says, and where Spark cannot be fetched.
 */
export async function sparkEnvironment(folder: string, say: (line: string) => void = () => {}): Promise<string> {
  const lacks = javaLacks();
  const python = findPython();
  if (lacks !== null) throw new Error(lacks);
  if (typeof python === 'string') throw new Error(python);
  const wanted = `${python.version}\n${await readFile(requirements, 'utf8')}`;
  const isReady = async () =>
    existsSync(pythonIn(folder)) && (await readFile(join(folder, 'ready.txt'), 'utf8').catch(() => '')) === wanted;
  if (await isReady()) return pythonIn(folder);

  say(`Bringing Spark for Python into ${folder} (once, some 450 MB) …`);
  // Made aside and then put in place whole: two that begin at once do not meet, and one that is ended leaves no half.
  clearLeftOvers(dirname(folder), `${basename(folder)}-`);
  const aside = `${folder}-${ownMark()}`;
  const settled = onInterrupt(() => rmSync(aside, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  try {
    await run(python.program, ['-m', 'venv', aside], 'A virtual environment of Python could not be made');
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements];
    await run(pythonIn(aside), pip, 'Spark could not be fetched: check the network, or the index set for pip');
    await writeFile(join(aside, 'ready.txt'), wanted);
    if (await isReady()) return pythonIn(folder);
    await rm(folder, { recursive: true, force: true });
    await rename(aside, folder);
  } finally {
    settled();
    await rm(aside, { recursive: true, force: true });
  }
  return pythonIn(folder);
}

function javaLacks(): string | null {
  const home = process.env.JAVA_HOME;
  const said = ask(home ? join(home, 'bin', 'java') : 'java', ['-version']);
  if (said === null) return 'Spark needs Java 17 or later, and there is none on this machine.';
  const version = Number(/version "(?:1\.)?(\d+)/.exec(said)?.[1]);
  return version >= 17 ? null : `Spark needs Java 17 or later, and this machine has Java ${version}.`;
}

/** The first Python that will do; a sentence where there is none. */
function findPython(): { program: string; version: string } | string {
  const found: string[] = [];
  for (const program of windows ? ['python', 'py'] : ['python3', 'python']) {
    const version = ask(program, ['--version']);
    const [, minor] = /^Python 3\.(\d+)/.exec(version ?? '') ?? [];
    if (version === null) continue;
    found.push(version);
    if (minor === undefined || Number(minor) < 11) continue;
    if (ask(program, ['-c', 'import venv, ensurepip']) !== null) return { program, version };
    return `Spark needs the venv module of ${version}, and it is missing; on Debian, python3-venv has it.`;
  }
  const has = found.length ? `this machine has ${found[0]}` : 'there is none on this machine';
  return `Spark needs Python 3.11 or later, and ${has}.`;
}

/** What a program prints; null where there is none, or it fails. */
function ask(program: string, args: readonly string[]): string | null {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? `${stdout}${stderr}`.trim() : null;
}

/** Runs a program to its end; rejects with `failure` and what it printed where it fails. */
function run(program: string, args: readonly string[], failure: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // A group of its own, which ends whole: Python and pip start others, which would go on writing.
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: !windows });
    const kill = () => child.pid !== undefined && process.kill(windows ? child.pid : -child.pid, 'SIGKILL');
    const settled = onInterrupt(kill);
    process.once('exit', kill);
    const chunks: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => chunks.push(text));
    child.on('error', (error) => reject(new Error(`${failure}.\n${error.message}`)));
    child.on('close', () => {
      settled();
      process.removeListener('exit', kill);
    });
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${failure}.\n${chunks.join('').trim()}`))));
  });
}
