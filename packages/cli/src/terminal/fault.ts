import { HealthError } from '@hale/core';

/** One thing that is wrong, and where. */
export interface Fault {
  /** A stable word for programs: `invalid-type`. */
  readonly code: string;
  /** A sentence: what, what was expected, what was given, how to mend it. */
  readonly message: string;
  readonly file?: string;
  /** Counted from 1, the header included. */
  readonly line?: number;
  /** The character in the line, counted from 1, in a document. */
  readonly character?: number;
  /** The name of the column, in a table. */
  readonly column?: string;
  /** Where in a document: `dimensions[1].weight`. */
  readonly path?: string;
}

/** What a person can mend: faults in what was given, as opposed to faults of this program. */
export class Faults extends Error {
  override readonly name = 'Faults';
  readonly faults: readonly Fault[];

  constructor(faults: Fault | readonly Fault[]) {
    const all = 'code' in faults ? [faults] : faults;
    super(all.map(sayFault).join('\n'));
    this.faults = all;
  }
}

/** A command line that cannot be understood. The message is a sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The place before the sentence, as editors and terminals make links of it: `model.json:12:7`. */
export function placeOf({ file, line, character }: Fault): string {
  return [file, line, character].filter((part) => part !== undefined).join(':');
}

/** A fault in a line: `model.json:12:7: dimensions[1].weight must be …`. */
function sayFault(fault: Fault): string {
  const place = placeOf(fault);
  return place ? `${place}: ${fault.message}` : fault.message;
}

/** The faults that an error tells of; null for one that is a fault of this program. */
export function faultsOf(error: unknown): readonly Fault[] | null {
  if (error instanceof Faults) return error.faults;
  if (error instanceof HealthError) return error.issues;
  const refused = error instanceof Error ? refusal(error) : null;
  return refused && [refused];
}

/** What the machine refused, be it Node or DuckDB that was refused: a full disk, a folder nobody may write to, memory. */
function refusal(error: NodeJS.ErrnoException): Fault | null {
  const [line = ''] = error.message.split('\n');
  const first = line.replace(/\.$/, '');
  const remedy = remedies.find(({ of }) => of.test(first))?.says ?? '';
  if (/^Out of Memory Error/.test(first))
    return { code: 'memory', message: `the memory does not suffice: allow more with --memory (${first})${remedy}.` };
  const isRefused = error.syscall !== undefined || /^IO Error|No space left on device/.test(first);
  return isRefused ? { code: 'machine', message: `this machine could not do it: ${first}${remedy}.` } : null;
}

/** What one can do about it, by what Node and DuckDB say of it. */
const remedies = [
  { of: /no space left|ENOSPC|EDQUOT|quota|offload data block/i, says: ': free some space there' },
  { of: /permission denied|EACCES|EPERM|EROFS|read-only/i, says: ': name a place that this user may use' },
];
