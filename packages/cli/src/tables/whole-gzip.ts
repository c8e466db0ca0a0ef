import { Faults } from '../terminal/fault.ts';
import { bytesOf, isZipped } from './decoded.ts';

/**
 * Reads a zipped file through, since DuckDB takes one that is cut short for one that ends there. Throws Faults where it is
 * not whole; a file whose name does not end in `.gz` is not looked at.
 */
export async function checkGzip(path: string, shown: string): Promise<void> {
  if (!isZipped(path)) return;
  try {
    for await (const _ of bytesOf(path));
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code.startsWith('Z_')) throw error;
    const sentence = `it is no whole gzip file (${message}): is it cut short, or not zipped at all?`;
    throw new Faults({ code: 'gzip', file: shown, message: sentence });
  }
}
