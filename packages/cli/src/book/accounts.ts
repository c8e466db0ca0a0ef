import { type Account, parseAccount } from '@hale/core';
import type { DuckDbEngine } from '../engines/duckdb.ts';
import type { EventSpan } from './book.ts';

type Row = Record<string, unknown>;

const time = (column: string): string => `strftime(${column}, '%Y-%m-%dT%H:%M:%S.%gZ')`;

/** What is read of each table, sorted by account: DuckDB puts what does not fit into memory on disk. */
const statements = {
  accounts: `select id, name, ${time('since')} as since, tracked from accounts order by id`,
  facts: `select account_id as id, name, ${time('"at"')} as "at", number, text, boolean
    from facts order by account_id, name, "at" nulls first`,
  events: `select account_id as id, name, ${time('"at"')} as "at", ${time('until')} as until, user_id, count,
    cast(properties as varchar) as properties from events order by account_id, name, "at"`,
};

/** The accounts in the tables of an engine as documents, in the order of their ids, one at a time; without former scores. */
export async function* accountsIn(engine: DuckDbEngine): AsyncGenerator<Account> {
  const facts = byAccount(rowsOf(engine, statements.facts));
  const events = byAccount(rowsOf(engine, statements.events));
  try {
    for await (const row of rowsOf(engine, statements.accounts)) {
      const id = String(row.id);
      const values = new Map<string, unknown[]>();
      for (const fact of await facts.of(id)) {
        const name = String(fact.name);
        const value = { value: fact.number ?? fact.text ?? fact.boolean ?? null, ...given({ at: fact.at }) };
        values.set(name, [...(values.get(name) ?? []), value]);
      }
      yield parseAccount({
        id,
        ...given({ name: row.name, since: row.since, tracked: row.tracked }),
        facts: Object.fromEntries(values),
        events: (await events.of(id)).map(eventOf),
      });
    }
  } finally {
    await facts.close();
    await events.close();
  }
}

/** The instants of the first event of a name and of the last of any, in milliseconds; null where there is none. */
export async function spanOfEvents(engine: DuckDbEngine, name: string): Promise<EventSpan> {
  const [row] = await engine.run({
    text: 'select epoch_ms(min("at") filter (name = $1)) as "from", epoch_ms(max("at")) as "to" from events',
    values: [name],
  });
  const instant = (cell: unknown): number | null => (cell === null || cell === undefined ? null : Number(cell));
  return { from: instant(row?.from), to: instant(row?.to) };
}

function eventOf({ name, at, until, user_id, count, properties }: Row): unknown {
  return {
    name,
    at,
    count,
    ...given({ until, user: user_id }),
    ...(typeof properties === 'string' ? { properties: JSON.parse(properties) } : {}),
  };
}

/** What is not null. */
const given = (cells: Row): Row => Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== null));

async function* rowsOf(engine: DuckDbEngine, text: string): AsyncGenerator<Row> {
  for await (const rows of engine.stream({ text, values: [] })) yield* rows;
}

/** Hands out the rows of one account after another, each asked for in the order of ids; those of no account are passed over. */
function byAccount(rows: AsyncGenerator<Row>) {
  let next: IteratorResult<Row> | undefined;
  return {
    async of(id: string): Promise<Row[]> {
      const own: Row[] = [];
      for (;;) {
        next ??= await rows.next();
        if (next.done || before(id, String(next.value.id))) return own;
        if (next.value.id === id) own.push(next.value);
        next = undefined;
      }
    },
    close: () => rows.return(undefined),
  };
}

/** Whether a text comes before another as DuckDB sorts them: by the bytes of UTF-8. */
const before = (one: string, other: string): boolean => Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;
