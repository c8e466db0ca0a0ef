import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { onInterrupt } from './clean-up.ts';
import { Faults } from './fault.ts';

/** A place to write a file at, which takes the place of the one wanted only when it is whole. */
export interface Draft {
  /** Write here. */
  readonly path: string;
  /** Puts what was written in the place of what was there, at once. */
  keep(): void;
  /** Forgets what was written. */
  discard(): void;
}

const mark = '.hale-';

/**
 * Opens a draft beside `file`, on the same disk, so that keeping it is one rename: whoever looks sees the former file or
 * the new one, whole, whenever this process ends. What earlier runs left beside it when they were killed is cleared away.
 */
export function openDraft(file: string): Draft {
  const wanted = resolve(file);
  const folder = dirname(wanted);
  if (!existsSync(folder)) throw cannotWrite(file, `there is no folder ${dirname(file)}: make it first`);
  if (existsSync(wanted) && statSync(wanted).isDirectory())
    throw cannotWrite(file, 'it is a folder: name a file in it');
  clearLeftOvers(folder, basename(wanted));
  const path = `${wanted}${mark}${process.pid}`;
  const remove = () => {
    for (const left of readdirSync(folder).filter((name) => name.startsWith(basename(path)))) {
      rmSync(join(folder, left), { recursive: true, force: true });
    }
  };
  const forget = onInterrupt(remove);
  return {
    path,
    keep() {
      try {
        renameSync(path, wanted);
      } catch (error) {
        remove();
        throw cannotWrite(file, (error as Error).message);
      } finally {
        forget();
      }
    },
    discard() {
      forget();
      remove();
    },
  };
}

/** Removes the drafts of this file whose process is gone. */
function clearLeftOvers(folder: string, name: string): void {
  for (const left of readdirSync(folder)) {
    if (!left.startsWith(`${name}${mark}`)) continue;
    const pid = Number.parseInt(left.slice(name.length + mark.length), 10);
    if (Number.isInteger(pid) && !isRunning(pid)) rmSync(join(folder, left), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of someone else is running too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function cannotWrite(file: string, why: string): Faults {
  return new Faults({ code: 'cannot-write', file, message: `the file cannot be written: ${why}.` });
}
