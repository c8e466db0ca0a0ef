import type { Account, Fact } from '@hale/core';

/** How a column of the relational shape is kept: an instant in UTC without a zone, a list of text, a JSON object. */
export type ColumnKind = 'text' | 'double' | 'boolean' | 'instant' | 'texts' | 'json';

/** The relational shape: each table with its columns in their order. What they mean is said in `@hale/core/docs/sql.md`. */
export const tables = {
  accounts: { id: 'text', name: 'text', since: 'instant', tracked: 'texts' },
  facts: { account_id: 'text', name: 'text', at: 'instant', number: 'double', text: 'text', boolean: 'boolean' },
  events: {
    account_id: 'text',
    name: 'text',
    at: 'instant',
    until: 'instant',
    user_id: 'text',
    count: 'double',
    properties: 'json',
  },
  history: {
    account_id: 'text',
    at: 'instant',
    score: 'double',
    coverage: 'double',
    tier: 'text',
    version: 'text',
    computed: 'double',
    has_computed: 'boolean',
    dimensions: 'json',
    signals: 'texts',
  },
  overrides: {
    account_id: 'text',
    score: 'double',
    tier: 'text',
    reason: 'text',
    author: 'text',
    at: 'instant',
    expires: 'instant',
  },
} as const satisfies Record<string, Record<string, ColumnKind>>;

export type TableName = keyof typeof tables;

/** The names of the tables, accounts first. */
export const tableNames = Object.keys(tables) as readonly TableName[];

/** A cell: an instant in milliseconds since 1970, an object for JSON. */
export type Cell = string | number | boolean | null | readonly string[] | Readonly<Record<string, unknown>>;

/** The cells of a row in the order of the table's columns. */
export type TableRow = readonly Cell[];

/** The rows that an account comes to in each table. */
export const tableRows: Readonly<Record<TableName, (account: Account) => TableRow[]>> = {
  accounts: ({ id, name, since, tracked, events }) => [
    // A table of events is always there; a document without them is one that records none.
    [id, name ?? null, instant(since), tracked ?? (events ? null : [])],
  ],
  facts: ({ id, facts = {} }) =>
    Object.entries(facts).flatMap(([name, given]) => valuesOf(given).map((one) => [id, name, ...one])),
  events: ({ id, events = [] }) =>
    events.map(({ name, at, until, user, count = 1, properties }) => [
      id,
      name,
      instant(at),
      instant(until),
      user ?? null,
      count,
      properties ?? null,
    ]),
  history: ({ id, history = [] }) =>
    history.map(({ at, score, coverage, tier, version, computed, dimensions, signals }) => [
      id,
      instant(at),
      score,
      coverage,
      tier,
      String(version),
      computed ?? null,
      computed !== undefined,
      dimensions ?? null,
      signals ?? null,
    ]),
  overrides: ({ id, overrides = [] }) =>
    overrides.map(({ score, tier, reason, author, at, expires }) => [
      id,
      score ?? null,
      tier ?? null,
      reason,
      author,
      instant(at),
      instant(expires),
    ]),
};

/** at, number, text and boolean of each value of a fact. */
function valuesOf(given: Fact): Cell[][] {
  return [given].flat().map((one) => {
    const { value, at } = one !== null && typeof one === 'object' ? one : { value: one, at: undefined };
    const among = (type: string) => (typeof value === type ? value : null);
    return [instant(at), among('number'), among('string'), among('boolean')];
  });
}

/** An instant of an account document; what is written with more than milliseconds is cut off there, as the core does. */
function instant(iso: string | null | undefined): number | null {
  return iso ? Date.parse(iso) : null;
}
