/** One connection to a Postgres: statements run one after the other. */
export interface Session {
  /** The rows by column name: every number as a number, JSON as what it says, an instant in ISO 8601 in UTC. */
  query(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** Types as Postgres numbers them, which drivers read as text or as something of their own. */
const oids = { int8: 20, numeric: 1700, json: 114, jsonb: 3802, timestamp: 1114 };
const readers = new Map<number, (text: string) => unknown>([
  [oids.int8, Number],
  [oids.numeric, Number],
  [oids.json, (text) => JSON.parse(text)],
  [oids.jsonb, (text) => JSON.parse(text)],
  // Drivers take an instant without a zone for one of this machine's zone.
  [oids.timestamp, inUtc],
]);

/** An instant that a date can name; else, such as infinity or a year before the first, the text itself. */
function inUtc(text: string): string {
  const date = new Date(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
}

/** Postgres inside this process, in memory. */
export async function openPglite(): Promise<Session> {
  const { PGlite } = await import('@electric-sql/pglite');
  const database = await PGlite.create({ parsers: Object.fromEntries(readers) });
  return {
    query: async (text, values = []) => (await database.query<Record<string, unknown>>(text, [...values])).rows,
    close: () => database.close(),
  };
}

/** The server of a connection string. Rejects when it cannot be reached. */
export async function openPgServer(connectionString: string): Promise<Session> {
  if (!/^postgres(ql)?:\/\//.test(connectionString)) {
    // What was given may hold a password.
    throw new Error('its connection string must be such as postgres://user@host:5432/name');
  }
  const { Client, types } = (await import('pg')).default;
  const client = new Client({
    connectionString,
    application_name: 'hale',
    // Compiling thousands of short expressions to machine code takes longer than reckoning them.
    options: '-c jit=off',
    types: { getTypeParser: (oid, format) => readers.get(oid) ?? types.getTypeParser(oid, format) },
  });
  // A connection that is lost while it is idle is told of by the next statement; without this it would end the process.
  client.on('error', () => {});
  await client.connect();
  let last: Promise<unknown> = Promise.resolve();
  return {
    async query(text, values = []) {
      // The driver is to be asked one thing at a time.
      const answer = last.then(() => client.query<Record<string, unknown>>(text, [...values]));
      last = answer.catch(() => {});
      return (await answer).rows;
    },
    close: () => client.end(),
  };
}
