import { mayInstall } from '../apt.ts';
import { debianPackages } from './debian-packages.ts';
import type { Reference } from './python.ts';
import { runWithin } from './run-within.ts';

const minutes = 60_000;

const hasAll = async (): Promise<boolean> => (await runWithin('Rscript', ['-e', 'library(pROC)'], minutes)).ok;

/** R with pROC: the one there is, or in CI, as root on Debian, the one it brings; else why not, never an error. */
export async function referenceR(): Promise<Reference> {
  const found = { program: 'Rscript' };
  if (await hasAll()) return found;
  if (process.env.CI === undefined) return { lacks: 'there is no R with pROC; CI brings it on Debian' };
  if (!mayInstall()) return { lacks: 'there is no R with pROC, and this process may not install it' };
  await debianPackages(['r-base-core', 'r-cran-proc'], 6 * minutes);
  return (await hasAll()) ? found : { lacks: 'r-base-core and r-cran-proc could not be installed' };
}
