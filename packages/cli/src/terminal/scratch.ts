import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { onInterrupt } from './clean-up.ts';
import { clearLeftOvers, ownMark } from './own-mark.ts';

/** A folder for what is needed only while the program runs. */
export interface Scratch {
  path(name: string): string;
  remove(): void;
}

const prefix = 'hale-';

/**
 * Makes a folder of this process's own in the system's folder for such; it goes however the program ends. What a run that
 * was killed has left there, the next one clears away.
 */
export function openScratch(place = tmpdir()): Scratch {
  clearLeftOvers(place, prefix);
  const folder = join(place, `${prefix}${ownMark()}`);
  // For nobody else to read: it holds accounts.
  mkdirSync(folder, { mode: 0o700 });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const forget = onInterrupt(remove);
  return {
    path: (name) => join(folder, name),
    remove() {
      forget();
      remove();
    },
  };
}

/** Puts standard input into a file, piece by piece: what reads it may have to read it twice. */
export async function keepInput(file: string): Promise<void> {
  await pipeline(process.stdin, createWriteStream(file));
}
