import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mayInstall } from '../apt.ts';
import { root } from '../workspace.ts';
import { debianPackages } from './debian-packages.ts';
import { lastWords, runWithin } from './run-within.ts';

/** A program that gives reference figures, or the sentence that says why there is none. */
export type Reference = { readonly program: string } | { readonly lacks: string };

const folder = join(root, '.tools', 'reference');
const requirements = join(root, 'test', 'reference', 'requirements.txt');
const windows = process.platform === 'win32';
const pythonIn = (place: string): string => join(place, windows ? 'Scripts/python.exe' : 'bin/python');
const minutes = 60_000;

/** Ends well where all is there that the file lists, in the very versions: others may give other figures, or lack a solver. */
const probe = `
import sys
from importlib.metadata import version
for line in open(sys.argv[1]):
    name, _, wanted = line.strip().partition("==")
    if name and version(name) != wanted:
        sys.exit(1)
import scipy, sklearn, statsmodels.api
`;

const hasAll = async (program: string): Promise<boolean> =>
  (await runWithin(program, ['-c', probe, requirements], minutes)).ok;

/**
 * A Python with what `test/reference/requirements.txt` lists: that of `.tools/reference`, or the one on the path. In CI
 * the former is made where there is neither; what keeps it from being made is a sentence, never an error.
 */
export async function referencePython(): Promise<Reference> {
  const kept = pythonIn(folder);
  for (const program of [...(existsSync(kept) ? [kept] : []), windows ? 'python' : 'python3']) {
    if (await hasAll(program)) return { program };
  }
  if (process.env.CI === undefined) {
    return { lacks: 'there is no Python with what test/reference/requirements.txt lists; CI brings one' };
  }
  return make();
}

async function make(): Promise<Reference> {
  const base = await newEnough();
  if (base === null) return { lacks: 'there is no Python 3.11 or later' };
  const canMake = async () => (await runWithin(base, ['-c', 'import venv, ensurepip'], minutes)).ok;
  if (!(await canMake()) && mayInstall()) await debianPackages(['python3-venv'], 5 * minutes);
  if (!(await canMake())) return { lacks: 'this Python has no venv module' };
  // Made aside and then put in place whole, so that one that is ended leaves no half.
  const aside = `${folder}-${process.pid}`;
  try {
    const made = await runWithin(base, ['-m', 'venv', aside], 3 * minutes);
    if (!made.ok) return { lacks: `a virtual environment of Python could not be made: ${lastWords(made)}` };
    console.log('Bringing scikit-learn, SciPy and statsmodels into .tools/reference (once, some 80 MB) …');
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary', ':all:'];
    const limits = ['--retries', '1', '--timeout', '20', '--requirement', requirements];
    const brought = await runWithin(pythonIn(aside), [...pip, ...limits], 8 * minutes);
    if (!brought.ok) return { lacks: `its packages could not be fetched: ${lastWords(brought)}` };
    await rm(folder, { recursive: true, force: true });
    await rename(aside, folder);
    const program = pythonIn(folder);
    return (await hasAll(program)) ? { program } : { lacks: 'its packages do not run on this machine' };
  } catch (error) {
    return { lacks: `.tools/reference could not be made: ${(error as Error).message}` };
  } finally {
    await rm(aside, { recursive: true, force: true }).catch(() => {});
  }
}

/** The first Python for which the packages listed exist. */
async function newEnough(): Promise<string | null> {
  for (const program of windows ? ['python', 'py'] : ['python3', 'python']) {
    const asked = 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else 1)';
    if ((await runWithin(program, ['-c', asked], minutes)).ok) return program;
  }
  return null;
}
