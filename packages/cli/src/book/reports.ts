import { type Account, buildReport, type Model, parseAccount, type Report } from '@hale/core';
import type { DuckDbEngine } from '../engines/duckdb.ts';

/** How many accounts are read at a time. */
const batch = 500;

/**
 * The reports of all accounts in the tables of an engine, as of an instant in milliseconds, in the order of the ids.
 */
export async function* reportsIn(engine: DuckDbEngine, model: Model, now: number): AsyncGenerator<Report> {
  const options = { now: new Date(now) };
  let after = '';
  for (;;) {
    const accounts = await accountsAfter(engine, after);
    const last = accounts.at(-1);
    if (!last) return;
    for (const account of accounts) yield buildReport(model, account, options);
    after = last.id;
  }
}

const iso = (column: string) => `strftime(${column}, '%Y-%m-%dT%H:%M:%S.%gZ')`;

async function accountsAfter(engine: DuckDbEngine, after: string): Promise<Account[]> {
  const rows = await engine.run({
    text: `with a as (from accounts where id > $1 order by id limit ${batch}),
      e as (select account_id, list(json_object('name', name, 'at', ${iso('"at"')}, 'until', ${iso('until')}, 'user', user_id, 'count', count, 'properties', properties)) as all from events where account_id in (select id from a) group by 1),
      f as (select account_id, list(json_object('name', name, 'at', ${iso('"at"')}, 'value', coalesce(to_json(number), to_json(text), to_json(boolean)))) as all from facts where account_id in (select id from a) group by 1),
      h as (select account_id, list(json_object('at', ${iso('"at"')}, 'score', score, 'coverage', coverage, 'tier', tier, 'version', version, 'computed', computed, 'told', has_computed, 'dimensions', dimensions, 'signals', signals)) as all from history where account_id in (select id from a) group by 1),
      o as (select account_id, list(json_object('score', score, 'tier', tier, 'reason', reason, 'author', author, 'at', ${iso('"at"')}, 'expires', ${iso('expires')})) as all from overrides where account_id in (select id from a) group by 1)
      select a.id, a.name, ${iso('a.since')} as since, a.tracked, to_json(e.all) as events, to_json(f.all) as facts, to_json(h.all) as history, to_json(o.all) as overrides
      from a left join e on e.account_id = a.id left join f on f.account_id = a.id left join h on h.account_id = a.id left join o on o.account_id = a.id order by a.id`,
    values: [after],
  });
  return rows.map(documentOf);
}

type Loose = Record<string, unknown>;

function documentOf({ id, name, since, tracked, events, facts, history, overrides }: Loose): Account {
  const all = (text: unknown): Loose[] => (typeof text === 'string' ? JSON.parse(text) : []);
  const dated: Record<string, Loose[]> = {};
  for (const { name, at, value } of all(facts)) {
    dated[String(name)] ??= [];
    dated[String(name)]?.push({ value: value ?? null, ...(at === null ? {} : { at }) });
  }
  return parseAccount(
    without({
      id,
      name,
      since,
      tracked,
      events: all(events).map(without),
      facts: dated,
      history: all(history).map(({ told, computed, dimensions, signals, ...point }) => ({
        ...point,
        ...(told ? { computed } : {}),
        ...without({ dimensions, signals }),
      })),
      overrides: all(overrides).map(without),
    }),
  );
}

const without = (given: Loose): Loose =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
