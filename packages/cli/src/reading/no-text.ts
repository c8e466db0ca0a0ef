import type { Fault } from '../terminal/fault.ts';

/** Where bytes cease to be UTF-8, counted from 1. */
interface Place {
  readonly line: number;
  readonly character: number;
}

/** What is said of a file that is no UTF-8: what it is instead, where its first bytes tell, or from which place on it is none. */
export const noTextFault = (file: string, instead: string | null, place: Place | null = null): Fault => ({
  code: 'encoding',
  file,
  ...place,
  message: `the file must be UTF-8 text, and ${instead ?? 'from here on it is not: save it anew as UTF-8. Is it Windows-1252, Latin-1?'}`,
});

/** What a file is that begins in a way no text does; null where it may be text. */
export function noTextAtAll([first, second]: Uint8Array): string | null {
  if (first === 0x1f && second === 0x8b) return 'is zipped: give it a name that ends in .gz, or unzip it.';
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // A letter and a zero.
  const isUnmarked = (first === 0 && Boolean(second)) || (second === 0 && Boolean(first));
  return isMarked || isUnmarked ? 'is UTF-16: save it anew as UTF-8.' : null;
}

/** Looks for the place in a file, piece after piece: give each to what this gives, the last one as such. */
export function noTextFinder(): (piece: Uint8Array, isLast: boolean) => Place | null {
  let line = 1;
  let rest: Uint8Array = new Uint8Array();
  return (piece, isLast) => {
    const bytes = Buffer.concat([rest, piece]);
    // No character goes on in the next line.
    const end = isLast ? bytes.length : bytes.lastIndexOf(newLine) + 1;
    const whole = bytes.subarray(0, end);
    rest = bytes.subarray(end);
    if (!isText(whole)) return placeIn(whole, line);
    line += lineEnds(whole);
    return null;
  };
}

const newLine = 10;
const carriageReturn = 13;

function lineEnds(bytes: Uint8Array): number {
  let ends = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte === newLine || (byte === carriageReturn && bytes[at + 1] !== newLine)) ends++;
  }
  return ends;
}

function isText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The place in bytes of which some are no text; they begin in this line. */
function placeIn(bytes: Buffer, line: number): Place {
  let start = 0;
  for (let number = line; ; number++) {
    const end = bytes.indexOf(newLine, start) + 1 || bytes.length;
    const own = bytes.subarray(start, end);
    if (!isText(own)) {
      const lines = textBefore(own).split('\r');
      return { line: number + lines.length - 1, character: (lines.at(-1) ?? '').length + 1 };
    }
    number += lineEnds(own) - 1;
    start = end;
  }
}

/** The text at the beginning of a line, up to where it is none. */
function textBefore(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    for (const [at] of bytes.entries()) text += decoder.decode(bytes.subarray(at, at + 1), { stream: true });
  } catch {
    // Found.
  }
  return text;
}
