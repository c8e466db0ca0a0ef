import { dayMs, parseInstant, startOfDay } from '../schema/time.ts';
import type { Fragment } from '../sql/fragment.ts';
import type { ReadContext, SqlContext } from './measure-kind.ts';

/**
 * A fact as an instant in milliseconds: text such as `2026-11-14T09:00:00.000Z`, or a day such as `2026-11-14`, which
 * begins at midnight in the model's zone. Null where there is no such fact, or it is anything else.
 */
export function factDate(name: string, { account, now, zone }: ReadContext): number | null {
  const text = account.fact(name, now)?.value;
  if (typeof text !== 'string') return null;
  const day = text.length === 10;
  const at = parseInstant(day ? `${text}T00:00Z` : text);
  if (Number.isNaN(at)) return null;
  return day ? startOfDay(at / dayMs, zone) : at;
}

/** The same in SQL: milliseconds since 1970, or null. */
export const factDateSql = (name: string, { dialect, factText, now, zone }: SqlContext): Fragment =>
  dialect.epochMs(dialect.timestamp(factText(name, now), zone));
