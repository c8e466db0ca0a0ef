import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const aptGet = '/usr/bin/apt-get';

/** Whether this process may install Debian's packages: it runs as root on Debian or Ubuntu. */
export const mayInstall = (): boolean => process.getuid?.() === 0 && existsSync(aptGet);

/** What a person types to install packages of Debian; null on any other system. */
export const aptAdvice = (packages: readonly string[]): string | null =>
  process.platform === 'linux' && existsSync(aptGet)
    ? `run as root: apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`
    : null;

/** Installs packages of Debian, with a line that says so; false where that failed. */
export function aptInstall(packages: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another suite may be installing at the same time.
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
      .status === 0;
  console.log(`Installing ${packages.join(', ')} with apt-get; this happens once …`);
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
}
