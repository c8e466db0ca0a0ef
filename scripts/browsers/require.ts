import { aptAdvice, aptInstall, mayInstall } from '../apt.ts';
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
  const wanted: Record<string, string> = {
    chromium: 'Google Chrome or Chromium',
    'firefox-esr': 'Firefox',
    'webkit2gtk-driver':
      'WebKitGTK with its WebKitWebDriver (Linux only; elsewhere leave it out: --browsers chromium,firefox)',
    xvfb: 'Xvfb',
  };
  return aptAdvice(missing) ?? `install ${missing.map((name) => wanted[name] ?? name).join(', ')}`;
}

/**
 * The parts of the engines asked for. What is missing is installed when this runs as root on Debian or Ubuntu;
 * elsewhere throws an Error whose one sentence says what to install.
 */
export function requireBrowsers(engines: readonly Engine[]): Found {
  const found = findBrowsers();
  const missing = missingPackages(found, engines);
  if (missing.length === 0) return found;
  const now = mayInstall() && aptInstall(missing) ? findBrowsers() : found;
  const still = missingPackages(now, engines);
  if (still.length === 0) return now;
  throw new Error(`Not every browser the tests need is on this machine; ${advice(still)}.`);
}
