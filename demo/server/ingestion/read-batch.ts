import { type AccountEvent, HealthError, parseAccount } from '@hale/core';

/** A row of a batch that can be kept, if its account is there. */
export interface Row {
  /** Its place in the batch, from 0. */
  readonly row: number;
  readonly account: string;
  readonly event: AccountEvent;
}

/** A row that cannot be kept, and the first thing that is wrong with it. */
export interface Refused {
  readonly row: number;
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** Reads rows one by one: an event as the document of an account has it, and the `account` it is of. Never throws. */
export const readRows = (rows: readonly unknown[]): (Row | Refused)[] => rows.map((given, row) => readRow(given, row));

function readRow(given: unknown, row: number): Row | Refused {
  const wrong = (path: string, message: string, code = 'invalid-event'): Refused => ({
    row,
    code,
    path: `events[${row}]${path}`,
    message: `events[${row}]${path} ${message}`,
  });
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return wrong('', 'must be an object.');
  // Text that has no encoding, or that a database cannot hold, is refused before anything is made of it.
  const text = textOf(given);
  if (text === null) return wrong('', 'is nested too deeply.');
  if (/(?:^|[^\\])(?:\\\\)*\\u(?:0000|d[89a-f])/i.test(text)) {
    return wrong('', 'must not hold half characters or the character zero.');
  }
  const { account, ...event } = given as Record<string, unknown>;
  if (typeof account !== 'string' || account.length < 1 || account.length > 200) {
    return wrong('.account', 'must be the id of an account: text of 1 to 200 characters.');
  }
  try {
    const [read] = parseAccount({ id: account, events: [event] }).events ?? [];
    return read ? { row, account, event: read } : wrong('', 'must be an event.');
  } catch (thrown) {
    const [issue] = thrown instanceof HealthError ? thrown.issues : [];
    if (!issue) throw thrown;
    const here = (text: string) => text.replace('events[0]', `events[${row}]`);
    return { row, code: issue.code, path: here(issue.path), message: here(issue.message) };
  }
}

/** A row as text; null where it is nested more deeply than can be written. */
function textOf(given: unknown): string | null {
  try {
    return JSON.stringify(given);
  } catch {
    return null;
  }
}
