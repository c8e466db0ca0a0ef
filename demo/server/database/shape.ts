import type { TableName } from './rows.ts';
import type { Session } from './session.ts';

/**
 * The tables and what each column means; this is the one place that says so. DuckDB's types: Postgres has them under other names.
 * Instants are TIMESTAMP without a zone and always UTC. NULL is missing, never zero.
 */
export const tables: Record<TableName, string> = {
  accounts: `
    id        VARCHAR PRIMARY KEY,   -- names the account everywhere else; 1–200 characters
    name      VARCHAR,               -- for people
    since     TIMESTAMP,             -- when it became a customer
    ended     TIMESTAMP,             -- when it ceased to be one; NULL while it is
    tracked   VARCHAR[]              -- names of the events recorded for it; any other event is missing, not "0 times". NULL: all are recorded`,

  facts: `
    account_id VARCHAR NOT NULL,
    name       VARCHAR NOT NULL,     -- 'seats', 'nps', 'plan' …
    "at"       TIMESTAMP,            -- since when it holds. Of several rows the latest at or before now counts; NULL is older than any date
    number     DOUBLE,               -- the value, in the one of these three columns that fits it;
    text       VARCHAR,              -- all three NULL: from this day on the value is not known
    boolean    BOOLEAN`,

  events: `
    account_id VARCHAR NOT NULL,
    name       VARCHAR NOT NULL,     -- 'use', 'ticket', 'invoice', 'touchpoint', 'tag', 'plan', 'milestone' …
    "at"       TIMESTAMP NOT NULL,   -- when it happened or began; an invoice is due then
    until      TIMESTAMP,            -- when a thing that lasts was over (ticket closed, invoice paid); NULL while open, and for what does not last
    user_id    VARCHAR,              -- who did it: unique within the account, fit to be shown to the vendor's own people
    count      DOUBLE NOT NULL DEFAULT 1, -- how often, where rows are already added up; more than 0
    properties JSON                  -- one flat object of text, numbers, booleans and nulls`,

  history: `
    account_id VARCHAR NOT NULL,
    "at"       TIMESTAMP NOT NULL,   -- the instant the score was given for
    score      DOUBLE,               -- 0–100; NULL: no score was given
    coverage   DOUBLE NOT NULL,      -- share of the weight that was observed, 0–1
    tier       VARCHAR,
    model_id   VARCHAR NOT NULL,
    version    VARCHAR NOT NULL,     -- of the model: '4.1'
    computed   DOUBLE,               -- what the model said by itself, where a person had set the score
    has_computed BOOLEAN NOT NULL,   -- whether one had: tells "no score computed" from "nothing set"
    dimensions JSON,                 -- {dimension id: score or null}
    signals    VARCHAR[]             -- ids of the signals that fired`,

  outcomes: `
    account_id VARCHAR NOT NULL,
    kind       VARCHAR NOT NULL CHECK (kind IN ('renewed', 'churned', 'expanded', 'contracted')),
    "at"       TIMESTAMP NOT NULL    -- when it took effect`,

  overrides: `
    account_id VARCHAR NOT NULL,
    score      DOUBLE,               -- 0–100: set in place of the one computed; NULL leaves that one
    tier       VARCHAR,              -- set in place of the score's own; NULL leaves that one. Not both are NULL
    reason     VARCHAR NOT NULL,
    author     VARCHAR NOT NULL,
    "at"       TIMESTAMP NOT NULL,   -- when it began. The newest that has begun and has not expired is in force
    expires    TIMESTAMP             -- when it ends; NULL: when it is taken back`,

  meta: `
    key        VARCHAR PRIMARY KEY,  -- 'source', 'title', 'asOf', 'shape': see demo/data/prepare-database.ts
    value      VARCHAR NOT NULL`,
};

/** A whole number, raised whenever a table changes, so that files of an earlier or a later shape are told apart; the test holds it to that. */
export const shapeVersion = '3';

/** Whether a database is this demo's own, or empty: nothing else may be written to, let alone replaced. */
export async function isOwn(session: Session): Promise<boolean> {
  const [found] = await session.rows<{ tables: number; ours: number }>(`
    SELECT (SELECT count(*) FROM duckdb_tables()) AS tables,
      (SELECT count(*) FROM duckdb_columns() WHERE table_name = 'meta' AND column_name IN ('key', 'value')) AS ours`);
  return found?.tables === 0 || found?.ours === 2;
}

/** Creates the tables that are not there yet. */
export async function createShape(session: Session): Promise<void> {
  for (const [name, columns] of Object.entries(tables)) {
    await session.run(`CREATE TABLE IF NOT EXISTS ${name} (${columns}\n)`);
  }
}

/** Drops all tables with what is in them and creates them anew; inside a transaction the old ones stay for other readers until it commits. */
export async function recreateShape(session: Session): Promise<void> {
  for (const name of Object.keys(tables)) await session.run(`DROP TABLE IF EXISTS ${name}`);
  await createShape(session);
}

/**
 * Lays events down by name and time, whatever order they came in: a statement that asks for some events of some weeks
 * then passes over most of the table unread. Inside a transaction, once all events are in.
 */
export async function sortEvents(session: Session): Promise<void> {
  await session.run('CREATE TEMP TABLE unsorted AS SELECT * FROM events');
  await session.run('DROP TABLE events');
  await createShape(session);
  await session.run('INSERT INTO events SELECT * FROM unsorted ORDER BY name, "at"');
  await session.run('DROP TABLE unsorted');
}
