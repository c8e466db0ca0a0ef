import { existsSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { onInterrupt } from './clean-up.ts';
import { Faults } from './fault.ts';
import { clearLeftOvers, ownMark } from './own-mark.ts';

/** A place to write a file at, which takes the place of the one wanted only when it is whole. */
export interface Draft {
  /** Write here. */
  readonly path: string;
  /** A folder beside it for what a database cannot hold in memory; it goes with the draft. */
  readonly spill: string;
  /**
   * Puts what was written in the place of what was there, at once. Files beside the former one that belong to it and
   * would be taken for the new one's, such as its `.wal`, are named by their endings, and go.
   */
  keep(endings?: readonly string[]): void;
  /** Forgets what was written. */
  discard(): void;
}

const mark = '.hale-';

/** What DuckDB writes beside a file: its log, the file as it grows, and the folder that it is told of. */
const endings = ['', '.wal', '.tmp', '.spill'];

/**
 * Opens a draft beside `file`, on the same disk, so that keeping it is one rename: whoever looks sees the former file or
 * the new one, whole, whenever this process ends. What earlier runs left beside it when they were killed is cleared away.
 */
export function openDraft(file: string): Draft {
  const wanted = placeOf(file);
  const folder = dirname(wanted);
  clearLeftOvers(folder, `${basename(wanted)}${mark}`, remove, endings);
  const path = `${wanted}${mark}${ownMark()}`;
  const forget = onInterrupt(() => remove(path));
  return {
    path,
    spill: `${path}.spill`,
    keep(former = []) {
      try {
        for (const ending of former) rmSync(`${wanted}${ending}`, { force: true });
        renameSync(path, wanted);
      } catch (error) {
        throw cannotWrite(file, (error as Error).message);
      } finally {
        forget();
        remove(path);
      }
    },
    discard() {
      forget();
      remove(path);
    },
  };
}

/** Where a file is, or is to be. Of a link it is what the link leads to. Throws Faults where no file can be put. */
function placeOf(file: string): string {
  const path = resolve(file);
  if (!existsSync(dirname(path))) throw cannotWrite(file, `there is no folder ${dirname(file)}: make it first`);
  const former = statSync(path, { throwIfNoEntry: false });
  if (!former) return path;
  if (former.isDirectory()) throw cannotWrite(file, 'it is a folder: name a file in it');
  // A rename would put a plain file in the place of a device or a pipe.
  if (!former.isFile()) throw cannotWrite(file, 'it is no ordinary file, whose place another could take');
  return realpathSync(path);
}

/** Removes a draft, and what a database put beside it. */
function remove(path: string): void {
  for (const ending of endings) {
    // Only the folder is ours to empty.
    rmSync(`${path}${ending}`, { force: true, recursive: ending === '.spill' });
  }
}

function cannotWrite(file: string, why: string): Faults {
  return new Faults({ code: 'cannot-write', file, message: `the file cannot be written: ${why}.` });
}
