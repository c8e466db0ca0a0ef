import * as z from 'zod/mini';
import { made } from '../schema/made.ts';
import { id, list, scalar } from '../schema/primitives.ts';
import type { Dialect } from '../sql/dialect.ts';
import { type Fragment, join, ofRow, sql } from '../sql/fragment.ts';
import type { IndexedEvent } from './account-index.ts';

/**
 * Conditions on an event's properties, all of which must hold: a value, or a list of which one must match.
 * Values are compared as the text that JavaScript makes of them: `true` and `"true"` are the same, `1.0` is `"1"`.
 */
export const where = /* @__PURE__ */ made(() =>
  z.record(id, z.union([scalar, list(scalar, 100).check(z.minLength(1))])),
);
export type Where = z.infer<typeof where>;

/** Whether an event has every property asked for. `user` is a property like any other. */
export function matches(event: IndexedEvent, conditions: Where | undefined): boolean {
  if (!conditions) return true;
  for (const [key, texts] of textsOf(conditions)) {
    const actual = propertyOf(event, key);
    if (actual === null || !texts.includes(String(actual))) return false;
  }
  return true;
}

const known = new WeakMap<Where, (readonly [key: string, texts: readonly string[]])[]>();

/** What each property may be, as text; found once for many events. */
function textsOf(conditions: Where) {
  let texts = known.get(conditions);
  if (!texts) {
    texts = Object.entries(conditions).map(([key, wanted]) => [key, [wanted].flat().map(String)] as const);
    known.set(conditions, texts);
  }
  return texts;
}

/** A property of an event, or null where it has none. */
export function propertyOf(event: IndexedEvent, key: string) {
  if (key === 'user') return event.user;
  const properties = event.properties;
  return properties && Object.hasOwn(properties, key) ? (properties[key] ?? null) : null;
}

/** The same in SQL, over a row of `events e`: a condition on the event's name and properties. */
export function eventCondition(dialect: Dialect, event: string, conditions: Where | undefined): Fragment {
  const tests = textsOf(conditions ?? {}).map(([key, texts]) => isOneOf(dialect, key, texts));
  return join([sql`e.name = ${event}`, ...tests], sql` and `);
}

/** Whether a property, as JavaScript would write it, is one of these texts. */
export function isOneOf(dialect: Dialect, key: string, texts: readonly string[]): Fragment {
  const among = (value: Fragment, options: readonly Fragment[]) => sql`${value} in (${join(options, sql`, `)})`;
  const asText = among(
    propertySql(dialect, key),
    texts.map((text) => sql`${text}`),
  );
  const numeric = texts.filter((text) => !Number.isNaN(Number(text)));
  if (key === 'user' || numeric.length === 0) return asText;
  // Engines write numbers each in their own way, 1e+21 and 1e21, 1 and 1.0: a number is compared as one.
  const number = ofRow(dialect.number(sql`e.properties`, key));
  const numbers = numeric.filter((text) => String(Number(text)) === text && Number.isFinite(Number(text)));
  const asNumber = numbers.length
    ? among(
        number,
        numbers.map((text) => dialect.double(sql`${Number(text)}`)),
      )
    : sql`false`;
  return sql`case when ${number} is not null then ${asNumber} else ${asText} end`;
}

/** One property of a row of `events e`, as text. */
export const propertySql = (dialect: Dialect, key: string): Fragment =>
  key === 'user' ? sql`e.user_id` : ofRow(dialect.property(sql`e.properties`, key));
