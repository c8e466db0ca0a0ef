import { eachRow, type Folder } from './each-row.ts';
import type { MappedFile } from './mapping.ts';
import { quoted } from './problems.ts';
import { type Read, type Reading, readText } from './read-cell.ts';

/** For each of the mapping's keys: from a key, such as a subscription's, to the account. */
export type Keys = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The accounts that the files hold. */
export interface KnownAccounts {
  /** Where each is told of, by id: `accounts.csv line 7`. */
  readonly places: Map<string, string>;
  /** Ids of those that the mapping leaves out; what is about them is left out too. */
  readonly leftOut: Set<string>;
}

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

/** Reads which account a row is about: null where it is left out, and where there is none, which is noted. */
export function readWhose(
  account: MappedFile['account'],
  reading: Reading,
  known: KnownAccounts,
  keys: Keys,
  skip: (reason: string) => void,
): Read<string> {
  const read = readId(account, reading);
  const { file, problems } = reading;
  const { column, through } = typeof account === 'string' ? { column: account, through: null } : account;
  const leads = through === null ? null : keys.get(through);
  const expected = through === null ? 'the id of an account' : `a ${through} that leads to an account`;
  return (row) => {
    const given = read(row);
    if (given === null) return null;
    const id = leads ? leads.get(given) : given;
    if (id !== undefined && known.places.has(id)) return id;
    if (id !== undefined && known.leftOut.has(id)) {
      skip('of an account that is left out');
      return null;
    }
    const found = !leads || id === undefined ? quoted(given) : `${quoted(given)}, which leads to ${quoted(id)}`;
    problems.add('unknown-account', { file, line: row.line, column }, expected, found);
    return null;
  };
}
