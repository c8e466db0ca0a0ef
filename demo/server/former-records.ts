import { existsSync } from 'node:fs';
import { HealthError } from '@hale/core';
import { readMeta } from '../data/prepare-database.ts';
import { openDatabase } from './database/database.ts';
import { shapeVersion } from './database/shape.ts';

/**
 * When the records of the generated company in a database file end, so that it stays as it was at the first start;
 * null where there is none. Throws a HealthError when a later version of the demo wrote the file.
 */
export async function formerEnd(file: string): Promise<Date | null> {
  if (!existsSync(file)) return null;
  const database = await openDatabase(file);
  try {
    const meta = await readMeta(database);
    if (!meta) return null;
    if (Number(meta.shape) > Number(shapeVersion)) throw tooNew(file, meta.shape);
    return isGenerated(meta.source) ? new Date(meta.asOf) : null;
  } finally {
    database.close();
  }
}

function isGenerated(source: string): boolean {
  const said: unknown = JSON.parse(source);
  return said !== null && typeof said === 'object' && 'generator' in said;
}

function tooNew(file: string, shape: string): HealthError {
  return new HealthError({
    code: 'database-too-new',
    path: file,
    message: `The database ${file} was written by a later version of this demo (tables of version ${shape}, known here up to ${shapeVersion}): use that version, or begin anew with --reset.`,
  });
}
