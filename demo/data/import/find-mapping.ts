import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { HealthError, parseDocument } from '@hale/core';
import { type Mapping, mapping } from './mapping.ts';

const ownMapping = 'hale.mapping.json';
const shippedFolder = join(import.meta.dirname, '..', 'mappings');

/**
 * The mapping for a folder of CSV files: the file given, else `hale.mapping.json` in the folder, else a mapping shipped
 * with the demo all of whose files are there. Throws a HealthError that says what to do where there is none.
 */
export function findMapping(folder: string, given?: string): Mapping {
  if (given !== undefined) return readMapping(given);
  if (!existsSync(folder)) {
    throw new HealthError({ code: 'no-folder', path: folder, message: `There is no folder ${folder}.` });
  }
  const own = join(folder, ownMapping);
  if (existsSync(own)) return readMapping(own);
  const shipped = readdirSync(shippedFolder).map((name) => readMapping(join(shippedFolder, name)));
  const fitting = shipped.find((one) => one.files.every(({ file }) => existsSync(join(folder, file))));
  if (fitting) return fitting;
  const known = shipped.map((one) => `${one.name} (${one.files.map(({ file }) => file).join(', ')})`).join('; ');
  const message =
    `${folder} has no mapping: put a ${ownMapping} beside the files, or name one with --mapping. ` +
    `The files of these are known without one: ${known}.`;
  throw new HealthError({ code: 'no-mapping', path: folder, message });
}

/** Reads a mapping file. Throws a HealthError that names everything that is wrong in it. */
function readMapping(path: string): Mapping {
  if (!existsSync(path)) {
    throw new HealthError({ code: 'no-mapping', path, message: `There is no mapping file ${path}.` });
  }
  const name = basename(path);
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    // The only error here is of the parser, which says where.
    throw new HealthError({ code: 'json', path, message: `${name} must be JSON: ${(error as Error).message}.` });
  }
  try {
    return parseDocument(mapping, document, 'the mapping');
  } catch (error) {
    if (!(error instanceof HealthError)) throw error;
    throw new HealthError(error.issues.map((issue) => ({ ...issue, message: `${name}: ${issue.message}` })));
  }
}
