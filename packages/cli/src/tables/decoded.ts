import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** Whether a file is taken for a zipped one, by its name. */
export const isZipped = (path: string): boolean => /\.gz$/i.test(path);

/** What a file holds, unzipped where it is zipped, piece by piece; fails where it cannot be read, or is no whole `.gz`. */
export function bytesOf(path: string): AsyncIterable<Uint8Array> {
  const file = createReadStream(path);
  // Unlike a plain pipe, it hands on what went wrong with the file; reading meets that.
  return isZipped(path) ? pipeline(file, createGunzip(), () => {}) : file;
}

/** The text of a file, `.gz` or not, piece by piece, as UTF-8; a TypeError where it is none. */
export async function* decoded(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of bytesOf(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** What is said of a file that is no UTF-8. */
export const notText = 'the file must be UTF-8 text; here or further down it is not.';
