import { readFileSync } from 'node:fs';
import { ownFile } from './own-file.ts';

/** The version of this package. */
export const ownVersion = (): string => JSON.parse(readFileSync(ownFile('package.json'), 'utf8')).version;
