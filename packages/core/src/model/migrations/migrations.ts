import { from0 } from './from-0.ts';
import type { Migration } from './migration.ts';

/** The registry: one line for each format that is no longer written, oldest first. */
export const migrations: readonly Migration[] = [from0];
