import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mayInstall } from '../apt.ts';
import { root } from '../workspace.ts';
import { debianPackages } from './debian-packages.ts';
import { lastWords, runWithin } from './run-within.ts';

/** A program that tests want from elsewhere, or the sentence that says why there is none. */
export type Reference = { readonly program: string } | { readonly lacks: string };

/** Packages of Python that some tests want. */
interface Wanted {
  /** The folder below `.tools` where they are kept. */
  readonly folder: string;
  /** The file below `test` that lists them. */
  readonly requirements: string;
  /** A line of Python that fails where they do not run. */
  readonly runs: string;
  /** What is brought, for people. */
  readonly words: string;
}

const figures: Wanted = {
  folder: 'reference',
  requirements: 'reference/requirements.txt',
  runs: 'import scipy, sklearn, statsmodels.api',
  words: 'scikit-learn, SciPy and statsmodels (some 80 MB)',
};
const fuzz: Wanted = {
  folder: 'fuzz',
  requirements: 'fuzz/requirements.txt',
  runs: 'import schemathesis',
  words: 'schemathesis (some 20 MB)',
};
const folderOf = ({ folder }: Wanted): string => join(root, '.tools', folder);
const listOf = ({ requirements }: Wanted): string => join(root, 'test', requirements);
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
`;

const hasAll = async (program: string, wanted: Wanted): Promise<boolean> =>
  (await runWithin(program, ['-c', probe + wanted.runs, listOf(wanted)], minutes)).ok;

/** A Python with what `test/reference/requirements.txt` lists, which gives reference figures. */
export const referencePython = (): Promise<Reference> => pythonWith(figures);

/** A Python with schemathesis, as `test/fuzz/requirements.txt` lists it. */
export const fuzzPython = (): Promise<Reference> => pythonWith(fuzz);

/**
 * A Python with what is wanted: that of its folder in `.tools`, or the one on the path. In CI the former is made where
 * there is neither; what keeps it from being made is a sentence, never an error.
 */
async function pythonWith(wanted: Wanted): Promise<Reference> {
  const kept = pythonIn(folderOf(wanted));
  for (const program of [...(existsSync(kept) ? [kept] : []), windows ? 'python' : 'python3']) {
    if (await hasAll(program, wanted)) return { program };
  }
  if (process.env.CI === undefined) {
    return { lacks: `there is no Python with what test/${wanted.requirements} lists; CI brings one` };
  }
  return make(wanted);
}

async function make(wanted: Wanted): Promise<Reference> {
  const folder = folderOf(wanted);
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
    console.log(`Bringing ${wanted.words} into .tools/${wanted.folder}, once …`);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary', ':all:'];
    const limits = ['--retries', '1', '--timeout', '20', '--requirement', listOf(wanted)];
    const brought = await runWithin(pythonIn(aside), [...pip, ...limits], 8 * minutes);
    if (!brought.ok) return { lacks: `its packages could not be fetched: ${lastWords(brought)}` };
    await rm(folder, { recursive: true, force: true });
    await rename(aside, folder);
    const program = pythonIn(folder);
    return (await hasAll(program, wanted)) ? { program } : { lacks: 'its packages do not run on this machine' };
  } catch (error) {
    return { lacks: `.tools/${wanted.folder} could not be made: ${(error as Error).message}` };
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
