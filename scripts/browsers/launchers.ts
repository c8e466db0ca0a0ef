import type { BrowserLauncher } from '@web/test-runner';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { chromiumOptions } from './chromium.ts';
import type { Engine, Found } from './find.ts';
import { startWebKitDriver } from './webkit.ts';

/** Launchers for the test runner, and how to end what they need beside the browsers themselves. */
export interface Launchers {
  readonly browsers: ReadonlyMap<Engine, BrowserLauncher>;
  stop(): Promise<void>;
}

function firefox(found: Found): BrowserLauncher {
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return puppeteerLauncher({ launchOptions: { browser: 'firefox', executablePath: found.firefox ?? '', ...signals } });
}

function webkit(found: Found, port: number): BrowserLauncher {
  const capabilities = {
    browserName: 'MiniBrowser',
    // Without it the session is refused: MiniBrowser speaks the classic protocol only.
    'wdio:enforceWebDriverClassic': true,
    // The test runner leaves a page as soon as its tests have ended. A navigation that still waits for the load event
    // of that page is then never answered, and its timeout ends the whole run.
    pageLoadStrategy: 'none' as const,
    'webkitgtk:browserOptions': { binary: found.miniBrowser, args: ['--automation'] },
  };
  // Its declared type is looser under exactOptionalPropertyTypes; it is a launcher all the same.
  return webdriverLauncher({ hostname: '127.0.0.1', port, path: '/', capabilities }) as BrowserLauncher;
}

/** Gives a launcher the engine's name in reports; some rename themselves when they start, so it is given then. */
function named(engine: Engine, launcher: BrowserLauncher): BrowserLauncher {
  const initialize = launcher.initialize?.bind(launcher);
  launcher.initialize = async (config, files) => {
    await initialize?.(config, files);
    launcher.name = engine;
  };
  return launcher;
}

/** A launcher for each engine asked for, whose parts must have been found. */
export async function launchersFor(engines: readonly Engine[], found: Found): Promise<Launchers> {
  const browsers = new Map<Engine, BrowserLauncher>();
  const driver = engines.includes('webkit') ? await startWebKitDriver(found) : undefined;
  if (engines.includes('chromium')) {
    const launchOptions = chromiumOptions(found.chromium ?? '');
    browsers.set('chromium', named('chromium', puppeteerLauncher({ launchOptions })));
  }
  if (engines.includes('firefox')) browsers.set('firefox', named('firefox', firefox(found)));
  if (driver) browsers.set('webkit', named('webkit', webkit(found, driver.port)));
  return { browsers, stop: async () => driver?.stop() };
}
