import type { Column } from './staged-columns.ts';

/** A row as a driver gives it, by column name. */
export type Row = Readonly<Record<string, unknown>>;

/** A number, whatever a driver makes of one: counts may come as bigint, a warehouse may give text. Null where it is not finite. */
export function toNumber(value: unknown): number | null {
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** A truth value, whatever a driver makes of one: 1 and 0, or text. Null where it is none. */
export function toTruth(value: unknown): boolean | null {
  const text = String(value).toLowerCase();
  return ['true', 't', '1'].includes(text) ? true : ['false', 'f', '0'].includes(text) ? false : null;
}

/** The number in a column. */
export const numberIn = (row: Row, { name }: Pick<Column, 'name'>): number | null => toNumber(row[name]);

/** The list in a column of JSON text; empty where there is none. Sound as far as the statement wrote `T`. */
export function jsonIn<T>(row: Row, { name }: Pick<Column, 'name'>): T[] {
  const text = row[name];
  return typeof text === 'string' ? JSON.parse(text) : Array.isArray(text) ? text : [];
}
