import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** The text of a file, `.gz` or not, piece by piece, as UTF-8; a TypeError where it is none. */
export async function* decoded(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const file = createReadStream(path);
  const bytes = path.toLowerCase().endsWith('.gz') ? file.pipe(createGunzip()) : file;
  for await (const chunk of bytes) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

/** What is said of a file that is no UTF-8. */
export const notText = 'the file must be UTF-8 text; here or further down it is not.';
