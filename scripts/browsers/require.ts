import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Engine, type Found, findBrowsers } from './find.ts';

/** The Debian packages that bring the parts of these engines which were not found. */
function missingPackages(found: Found, engines: readonly Engine[]): string[] {
  const missing: string[] = [];
  if (engines.includes('chromium') && !found.chromium) missing.push('chromium');
  if (engines.includes('firefox') && !found.firefox) missing.push('firefox-esr');
  if (engines.includes('webkit')) {
    if (!found.webkitDriver || !found.miniBrowser) missing.push('webkit2gtk-driver');
    if (!found.xvfb) missing.push('xvfb');
  }
  return missing;
}

function advice(missing: readonly string[]): string {
  if (process.platform === 'linux' && existsSync('/usr/bin/apt-get')) {
    return `run as root: apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  }
  const wanted: Record<string, string> = {
    chromium: 'Google Chrome or Chromium',
    'firefox-esr': 'Firefox',
    'webkit2gtk-driver':
      'WebKitGTK with its WebKitWebDriver (Linux only; elsewhere leave it out: --browsers chromium,firefox)',
    xvfb: 'Xvfb',
  };
  return `install ${missing.map((name) => wanted[name] ?? name).join(', ')}`;
}

function install(packages: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  console.log(`Installing ${packages.join(', ')} with apt-get; this happens once …`);
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
}

/**
 * The parts of the engines asked for. What is missing is installed when this runs as root on Debian or Ubuntu;
 * elsewhere throws an Error whose one sentence says what to install.
 */
export function requireBrowsers(engines: readonly Engine[]): Found {
  const found = findBrowsers();
  const missing = missingPackages(found, engines);
  if (missing.length === 0) return found;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const now = mayInstall && install(missing) ? findBrowsers() : found;
  const still = missingPackages(now, engines);
  if (still.length === 0) return now;
  throw new Error(`Not every browser the tests need is on this machine; ${advice(still)}.`);
}
