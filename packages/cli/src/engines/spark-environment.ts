import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Spark cannot run here because Java or Python is missing or too old; the message is one sentence that says which. */
export class SparkAbsent extends Error {
  override readonly name = 'SparkAbsent';
}

const requirements = fileURLToPath(new URL('../../python/requirements.txt', import.meta.url));
const windows = process.platform === 'win32';

/**
 * The Python of a virtual environment in `folder` that has the Spark this package runs with. Made where it is missing
 * or of another version, which brings some 450 MB from PyPI, and found again later; `say` is told before that.
 * Rejects with SparkAbsent where Java 17 or Python 3.11 is missing, with another error where Spark cannot be fetched.
 */
export async function sparkEnvironment(folder: string, say: (line: string) => void = () => {}): Promise<string> {
  await requireJava();
  const python = await findPython();
  const wanted = `${python.version}\n${await readFile(requirements, 'utf8')}`;
  const program = join(folder, windows ? 'Scripts/python.exe' : 'bin/python');
  const isReady = async () =>
    existsSync(program) && (await readFile(join(folder, 'ready.txt'), 'utf8').catch(() => '')) === wanted;
  if (await isReady()) return program;

  say(`Bringing Spark for Python into ${folder} (once, some 450 MB) …`);
  // Made aside and then put in place whole: two that begin at once do not meet, and one that is ended leaves no half.
  const aside = `${folder}-${process.pid}`;
  try {
    const made = await ask(python.program, ['-m', 'venv', aside]);
    if (made.code !== 0) throw new SparkAbsent(venvAdvice(made.output));
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements];
    const installed = await ask(join(aside, windows ? 'Scripts/python.exe' : 'bin/python'), pip);
    if (installed.code !== 0)
      throw new Error(
        `Spark could not be fetched from PyPI: check the network, or the index set for pip, then run this again.\n${installed.output}`,
      );
    await writeFile(join(aside, 'ready.txt'), wanted);
    if (await isReady()) return program;
    await rm(folder, { recursive: true, force: true });
    await rename(aside, folder).catch(async (error: Error) => {
      if (!(await isReady())) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return program;
}

async function requireJava(): Promise<void> {
  const home = process.env.JAVA_HOME;
  const program = home ? join(home, 'bin', 'java') : 'java';
  const { code, output } = await ask(program, ['-version']);
  const version = Number(/version "(?:1\.)?(\d+)/.exec(output)?.[1]);
  if (code !== 0) throw new SparkAbsent('Spark needs Java 17 or later, and there is none on this machine.');
  if (!(version >= 17)) throw new SparkAbsent(`Spark needs Java 17 or later, and this machine has Java ${version}.`);
}

async function findPython(): Promise<{ program: string; version: string }> {
  const found: string[] = [];
  for (const program of windows ? ['python', 'py'] : ['python3', 'python']) {
    const { code, output } = await ask(program, ['--version']);
    const version = /Python (\d+)\.(\d+)/.exec(output);
    if (code !== 0 || !version) continue;
    if (Number(version[1]) === 3 && Number(version[2]) >= 11) return { program, version: output };
    found.push(output);
  }
  const has = found.length ? `this machine has ${found[0]}` : 'there is none on this machine';
  throw new SparkAbsent(`Spark needs Python 3.11 or later, and ${has}.`);
}

function venvAdvice(output: string): string {
  const why = /ensurepip/.test(output)
    ? 'its venv module is missing (on Debian: apt-get install python3-venv)'
    : output;
  return `Spark needs a virtual environment of Python, and none could be made: ${why}.`;
}

/** Runs a program; its exit code, 127 where there is none, and all it printed. */
function ask(program: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => chunks.push(text));
    child.on('error', () => resolve({ code: 127, output: '' }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: chunks.join('').trim() }));
  });
}
