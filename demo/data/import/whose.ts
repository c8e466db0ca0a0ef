import { eachRow, type Folder } from './each-row.ts';
import type { MappedFile } from './mapping.ts';
import { quoted } from './problems.ts';
import { type Read, type Reading, readText } from './read-cell.ts';

/** For each of the mapping's keys: from a key, such as a subscription's, to the account. */
export type Keys = ReadonlyMap<string, ReadonlyMap<string, string>>;

const longestId = 200;

/** Reads the tables that lead from keys to accounts. */
export async function readKeys(folder: Folder): Promise<Keys> {
  const keys = new Map<string, Map<string, string>>();
  for (const [name, { file, column, account }] of Object.entries(folder.mapping.keys ?? {})) {
    const leads = new Map<string, string>();
    keys.set(name, leads);
    await eachRow(folder, file, (reading) => {
      const readKey = readText(column, reading, longestId, true);
      const readAccount = readText(account, reading, longestId, true);
      return (row) => {
        const key = readKey(row);
        const to = readAccount(row);
        if (key === null || to === null) return;
        const before = leads.get(key) ?? to;
        const place = { file, line: row.line, column };
        if (before !== to)
          folder.problems.add('key-twice', place, `${quoted(key)} to lead to ${quoted(before)} as before`, quoted(to));
        leads.set(key, to);
      };
    });
  }
  return keys;
}

/** Reads the id that a row of the accounts themselves gives. */
export function readId(account: MappedFile['account'], reading: Reading): Read<string> {
  return readText(typeof account === 'string' ? account : account.column, reading, longestId, true);
}

/** Reads which of the known accounts a row is about; that it is about none is noted. */
export function readWhose(
  account: MappedFile['account'],
  reading: Reading,
  known: ReadonlyMap<string, unknown>,
  keys: Keys,
): Read<string> {
  const read = readId(account, reading);
  const { file, problems } = reading;
  if (typeof account === 'string') {
    return (row) => {
      const id = read(row);
      if (id === null || known.has(id)) return id;
      problems.add('unknown-account', { file, line: row.line, column: account }, 'the id of an account', quoted(id));
      return null;
    };
  }
  const { column, through } = account;
  const leads = keys.get(through);
  return (row) => {
    const key = read(row);
    const id = key === null ? null : (leads?.get(key) ?? null);
    if (key === null || (id !== null && known.has(id))) return id;
    const expected = `a ${through} that leads to an account`;
    problems.add(
      'unknown-key',
      { file, line: row.line, column },
      expected,
      id === null ? quoted(key) : `${quoted(key)}, which leads to ${quoted(id)}`,
    );
    return null;
  };
}
