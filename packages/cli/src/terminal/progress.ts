import { printable } from './printable.ts';

/** Tells a person how far long work has come. */
export interface Progress {
  /** What is being done, and the share of it that is done, 0–1, where that is known. */
  at(what: string, share?: number): void;
  /** It is done: the line that stays. */
  done(line: string): void;
  /** Takes an unfinished line away. */
  stop(): void;
}

/** Shows how far `work` has come for as long as it takes; `share` tells it, 0–1, null where it is not known. */
export async function whileShown<T>(
  progress: Progress,
  what: string,
  share: () => number | null,
  work: () => Promise<T>,
): Promise<T> {
  progress.at(what, 0);
  const telling = setInterval(() => progress.at(what, share() ?? undefined), everyShown);
  try {
    return await work();
  } finally {
    clearInterval(telling);
  }
}

const everyShown = 100;

/** How often a line is written where lines cannot be written over. */
const everyMs = 2000;
const barLength = 24;

/**
 * On a terminal one line that is written over; elsewhere a line every two seconds, as long as there is news.
 * Nothing at all when quiet.
 */
export function openProgress(stream: NodeJS.WriteStream, quiet: boolean): Progress {
  if (quiet) return { at() {}, done() {}, stop() {} };
  return stream.isTTY ? overwritten(stream) : inLines(stream);
}

function overwritten(stream: NodeJS.WriteStream): Progress {
  let shown = false;
  const clear = () => {
    if (shown) stream.write('\r\u001b[2K');
    shown = false;
  };
  return {
    at(what, share) {
      const width = (stream.columns ?? 80) - 1;
      const name = printable(what);
      const line = share === undefined ? `${name} …` : `${name} ${bar(share)} ${percent(share)}`;
      clear();
      stream.write(line.slice(0, width));
      shown = true;
    },
    done(line) {
      clear();
      stream.write(`${line}\n`);
    },
    stop: clear,
  };
}

function inLines(stream: NodeJS.WriteStream): Progress {
  let what = '';
  let told = 0;
  let line = '';
  return {
    at(now, share) {
      const ms = performance.now();
      if (now !== what) [what, told] = [now, ms];
      // What is soon done is not worth a line.
      if (ms - told < everyMs) return;
      const next = `${printable(what)} ${share === undefined ? '…' : percent(share)}`;
      if (next === line && ms - told < 5 * everyMs) return;
      [line, told] = [next, ms];
      stream.write(`${line}\n`);
    },
    done: (line) => void stream.write(`${line}\n`),
    stop() {},
  };
}

const percent = (share: number): string => `${Math.floor(Math.min(1, Math.max(0, share)) * 100)} %`;

function bar(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * barLength);
  return `${'█'.repeat(full)}${'░'.repeat(barLength - full)}`;
}
