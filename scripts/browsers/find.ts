import { accessSync, constants, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The engines the widgets are tested in. */
export const engines = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof engines)[number];

/** Where the parts of one engine lie on this machine; `undefined` for a part that was not found. */
export interface Found {
  readonly chromium: string | undefined;
  readonly firefox: string | undefined;
  readonly webkitDriver: string | undefined;
  readonly miniBrowser: string | undefined;
  readonly xvfb: string | undefined;
}

const programs = {
  linux: {
    chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    firefox: ['firefox-esr', 'firefox'],
  },
  darwin: {
    chromium: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
  win32: {
    chromium: ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'],
    firefox: ['Mozilla Firefox/firefox.exe'],
  },
};

const miniBrowsers = '/usr/{lib,libexec,lib/*,lib64}/webkit2gtk-4.*/MiniBrowser';

function usable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function folders(): string[] {
  if (process.platform === 'win32') {
    const { ProgramFiles, 'ProgramFiles(x86)': x86, LOCALAPPDATA } = process.env;
    return [ProgramFiles, x86, LOCALAPPDATA].filter((folder) => folder !== undefined);
  }
  return [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
}

function first(names: readonly string[]): string | undefined {
  const candidates = names.flatMap((name) =>
    name.startsWith('/') ? [name] : folders().map((folder) => join(folder, name)),
  );
  return candidates.find(usable);
}

/** Looks for every engine's parts; `HALE_CHROMIUM` and `HALE_FIREFOX` name a program outright. */
export function findBrowsers(): Found {
  const { chromium, firefox } = programs[process.platform as keyof typeof programs] ?? programs.linux;
  const linux = process.platform === 'linux';
  return {
    chromium: process.env.HALE_CHROMIUM ?? first(chromium),
    firefox: process.env.HALE_FIREFOX ?? first(firefox),
    webkitDriver: linux ? first(['WebKitWebDriver']) : undefined,
    miniBrowser: linux ? globSync(miniBrowsers).filter(usable).sort().at(-1) : undefined,
    xvfb: linux ? first(['Xvfb']) : undefined,
  };
}
