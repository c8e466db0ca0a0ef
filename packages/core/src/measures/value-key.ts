import type { Scalar } from '../schema/primitives.ts';
import type { Dialect } from '../sql/dialect.ts';
import { type Fragment, ofRow, ours, sql } from '../sql/fragment.ts';
import { propertySql } from './where.ts';

/** Stands before a number that is told apart by its double: no text that people write begins so. */
const mark = '\u0001';

/**
 * What tells values apart: a whole number of less than 2^53 by its digits, so that 1 and "1" are one; any other number by
 * its double; all else by its text. Databases write numbers each in their own way, 1 and 1.0, 1e+21 and 1e21.
 */
export const keyOf = (value: Scalar): string =>
  typeof value === 'number' && !Number.isSafeInteger(value) ? `${mark}${value}` : String(value);

/** The value of a key, as text. */
export function textOfKey(key: string): string {
  const number = Number(key.slice(1));
  return key.startsWith(mark) && Number.isFinite(number) ? String(number) : key;
}

/** The key of a property of a row of `events e`; null where it has none. */
export function keySql(dialect: Dialect, key: string): Fragment {
  const text = propertySql(dialect, key);
  if (key === 'user') return text;
  const asText = (number: Fragment) => sql`cast(${number} as ${ours(dialect.textType)})`;
  const keyed = (number: Fragment) => {
    const double = sql`chr(1) || ${asText(number)}`;
    const whole = asText(sql`cast(${number} as bigint)`);
    return sql`case when ${number} is null then ${text} when abs(${number}) >= 9007199254740992 then ${double} when ${number} = floor(${number}) then ${whole} else ${double} end`;
  };
  const number = dialect.named(dialect.number(sql`e.properties`, key), keyed);
  // A number is looked for only where one may be: most values are names.
  const begins = sql`('-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9')`;
  return ofRow(sql`case when substr(${text}, 1, 1) in ${begins} then ${number} else ${text} end`);
}
