import { type Account, parseAccount } from '@hale/core';
import type { Session } from '../database/session.ts';

/**
 * What a backtest reads of an account as the database writes it, text of JSON: a thread that answers requests hands it
 * on as it is, and another one reads it, which takes far longer.
 */
export interface AccountText {
  readonly id: string;
  readonly name: string | null;
  /** An instant in ISO 8601. */
  readonly since: string | null;
  readonly tracked: readonly string[] | null;
  /** Rows of [name, seconds since 1970 or null, value], and of [name, begin, end, user, count, properties]; null for none. */
  readonly facts: string | null;
  readonly events: string | null;
}

const json = (sql: string): string => `coalesce(CAST(to_json(${sql}) AS VARCHAR), 'null')`;
const seconds = (sql: string): string => `coalesce(CAST(extract(epoch FROM ${sql}) AS VARCHAR), 'null')`;
const list = (...cells: readonly string[]): string => `'[' || ${cells.join(` || ',' || `)} || ']'`;

const factText = list(
  json('name'),
  seconds('f.at'),
  `coalesce(CAST(to_json(number) AS VARCHAR), CAST(to_json(text) AS VARCHAR), ${json('boolean')})`,
);
const eventText = list(
  json('name'),
  seconds('e.at'),
  seconds('until'),
  json('user_id'),
  'CAST(count AS VARCHAR)',
  `coalesce(CAST(properties AS VARCHAR), 'null')`,
);

/** The texts of some accounts, in the order of their ids; without what scores were and were set to be, which are no records. */
export async function accountTexts(session: Session, ids: readonly string[]): Promise<AccountText[]> {
  return session.rows<AccountText & Record<string, never>>(
    `SELECT a.id, a.name, a.since, a.tracked, f.facts, e.events
     FROM accounts a
     LEFT JOIN (
       SELECT account_id, string_agg(${factText}, ',' ORDER BY name, f.at NULLS FIRST) AS facts
       FROM facts f WHERE account_id = ANY($ids) GROUP BY account_id
     ) f ON f.account_id = a.id
     LEFT JOIN (
       SELECT account_id, string_agg(${eventText}, ',' ORDER BY e.at, name, user_id, count,
         CAST(properties AS VARCHAR) COLLATE "C", until) AS events
       FROM events e WHERE account_id = ANY($ids) GROUP BY account_id
     ) e ON e.account_id = a.id
     WHERE a.id = ANY($ids) ORDER BY a.id`,
    { ids },
  );
}

type FactCells = [name: string, at: number | null, value: number | string | boolean | null];
type EventCells = [
  name: string,
  at: number,
  until: number | null,
  user: string | null,
  count: number,
  properties: Record<string, string | number | boolean | null> | null,
];

/** The account that a text tells of. */
export function readAccountText({ id, name, since, tracked, facts, events }: AccountText): Account {
  const values = new Map<string, object[]>();
  for (const [fact, at, value] of cellsOf<FactCells>(facts)) {
    const own = values.get(fact) ?? [];
    own.push({ value, ...(at === null ? {} : { at: iso(at) }) });
    values.set(fact, own);
  }
  return parseAccount({
    id,
    name: name ?? id,
    ...(since === null ? {} : { since: new Date(since).toISOString() }),
    ...(tracked ? { tracked: [...tracked] } : {}),
    facts: Object.fromEntries(values),
    events: cellsOf<EventCells>(events).map(([event, at, until, user, count, properties]) => ({
      name: event,
      at: iso(at),
      ...(until === null ? {} : { until: iso(until) }),
      ...(user === null ? {} : { user }),
      ...(count === 1 ? {} : { count }),
      ...(properties === null ? {} : { properties }),
    })),
  });
}

// The query writes the cells, and tests hold them against documents.
const cellsOf = <Cells>(text: string | null): Cells[] => JSON.parse(`[${text ?? ''}]`) as Cells[];

const iso = (seconds: number): string => new Date(Math.round(seconds * 1000)).toISOString();
