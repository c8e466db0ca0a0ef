import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Whose process ids these are: another machine on a shared disk has its own, and so has another container on this one,
 * which may even have our name.
 */
const host = createHash('sha256').update(`${hostname()} ${pidNamespace()}`).digest('hex').slice(0, 8);

const form = /^(\d{1,10})-([0-9a-f]{8})-[0-9a-f]{12}$/;

/** A mark for a name that no other process gives, now or later, and by which a later run of ours knows what is left of it. */
export const ownMark = (): string => `${process.pid}-${host}-${randomBytes(6).toString('hex')}`;

/** Removes a file, or a folder with all in it. */
const removeWhole = (path: string): void => rmSync(path, { recursive: true, force: true });

/**
 * Removes what is named by `prefix` and the mark of a process of this host that runs no more, as a whole: what earlier
 * runs left when they were killed. `remove` is told the path without the ending, one of `endings`, that a name may have.
 */
export function clearLeftOvers(
  folder: string,
  prefix: string,
  remove: (path: string) => void = removeWhole,
  endings: readonly string[] = [''],
): void {
  for (const name of namesIn(folder)) {
    const ending = endings.findLast((one) => name.endsWith(one)) ?? '';
    const bare = name.slice(0, name.length - ending.length);
    if (!bare.startsWith(prefix) || !isLeftOver(bare.slice(prefix.length))) continue;
    try {
      remove(join(folder, bare));
    } catch {
      // Another user's, or what Windows holds open: not ours to fail for.
    }
  }
}

/** Whether a text is, as a whole, the mark of a process of this host that runs no more. */
function isLeftOver(mark: string): boolean {
  const [, pid, of] = form.exec(mark) ?? [];
  return pid !== undefined && of === host && !isRunning(Number(pid));
}

/** The names in a folder; none where this user may not list it. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    // Only Linux tells.
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of someone else is running too.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
