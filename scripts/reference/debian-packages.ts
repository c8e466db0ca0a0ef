import { runWithin } from './run-within.ts';

/** Installs packages of Debian without waiting for longer than so many milliseconds; false where that did not work. */
export async function debianPackages(packages: readonly string[], ms: number): Promise<boolean> {
  console.log(`Installing ${packages.join(', ')} with apt-get; this happens once …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const patience = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20', '-o', 'DPkg::Lock::Timeout=60'];
  // What could not be looked up anew may be known from before.
  await runWithin('apt-get', [...patience, 'update'], ms, { env });
  const install = [...patience, 'install', '-y', '--no-install-recommends', ...packages];
  return (await runWithin('apt-get', install, ms, { env })).ok;
}
