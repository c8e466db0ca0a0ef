import { readFileSync } from 'node:fs';
import { Faults } from '../terminal/fault.ts';
import { noTextAtAll, noTextFault, noTextFinder } from './no-text.ts';

/** What a file is called in messages: `-` is standard input. */
export const shownName = (file: string): string => (file === '-' ? '(standard input)' : file);

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file: is the path spelled right?',
  EISDIR: 'this is a folder: name a file in it.',
  EACCES: 'this user may not read it.',
  ENOTDIR: 'a part of the path is no folder.',
};

/** The fault of a file that cannot be read, in place of what Node says of it. */
export function cannotRead(file: string, error: unknown): Faults {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new Faults({
    code: 'cannot-read',
    file: shownName(file),
    message: reasons[code] ?? `it cannot be read: ${message}.`,
  });
}

/** The text of a small file, a model as a rule; `-` is standard input. Throws Faults where it cannot be read or is no UTF-8. */
export function readText(file: string): string {
  const bytes = bytesIn(file);
  const instead = noTextAtAll(bytes);
  const place = noTextFinder()(bytes, true);
  if (instead || place) throw new Faults(noTextFault(shownName(file), instead, place));
  return new TextDecoder().decode(bytes);
}

function bytesIn(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? process.stdin.fd : file);
  } catch (error) {
    throw cannotRead(file, error);
  }
}
