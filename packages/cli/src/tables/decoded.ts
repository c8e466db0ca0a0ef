import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { noTextAtAll, noTextFault, noTextFinder } from '../reading/no-text.ts';
import type { Fault } from '../terminal/fault.ts';

/** Whether a file is taken for a zipped one, by its name. */
export const isZipped = (path: string): boolean => /\.gz$/i.test(path);

/** What a file holds, unzipped where it is zipped, piece by piece; fails where it cannot be read, or is no whole `.gz`. */
export function bytesOf(path: string): AsyncIterable<Uint8Array> {
  const file = createReadStream(path);
  // Unlike a plain pipe, it hands on what went wrong with the file; reading meets that.
  return isZipped(path) ? pipeline(file, createGunzip(), () => {}) : file;
}

/** The bytes that a file begins with, unzipped; none of one that is empty. */
export async function firstBytes(path: string): Promise<Uint8Array> {
  for await (const piece of bytesOf(path)) return piece;
  return new Uint8Array();
}

/** The text of a file, `.gz` or not, piece by piece, as UTF-8; a TypeError where it is none. */
export async function* decoded(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of bytesOf(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** The fault of a file that is no UTF-8, with the line and the character from which on it is none; null for one that is. */
export async function noTextIn(path: string, shown: string): Promise<Fault | null> {
  const instead = noTextAtAll(await firstBytes(path));
  if (instead) return noTextFault(shown, instead);
  const look = noTextFinder();
  for await (const piece of bytesOf(path)) {
    const place = look(piece, false);
    if (place) return noTextFault(shown, null, place);
  }
  const place = look(new Uint8Array(), true);
  return place && noTextFault(shown, null, place);
}
