import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { onInterrupt } from './clean-up.ts';

/** A folder for what is needed only while the program runs. */
export interface Scratch {
  path(name: string): string;
  remove(): void;
}

/** Makes a folder of this process's own in the system's folder for such; it goes however the program ends, short of a kill. */
export function openScratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'hale-'));
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
