import type { Issue } from '../errors.ts';
import { made } from '../schema/made.ts';
import { id } from '../schema/primitives.ts';
import { type Fragment, ofRow, sql } from '../sql/fragment.ts';
import type { IndexedEvent } from './account-index.ts';
import type { SqlContext } from './measure-kind.ts';
import { propertyOf } from './where.ts';
import { type Windowed, windowed, withinSql } from './window.ts';

/** Fields of a measure of a numeric property of the events within a window. */
export const amountFields = /* @__PURE__ */ made(() => ({ of: id, ...windowed }));

/** A measure with those fields. */
export interface Amounts extends Windowed {
  readonly of: string;
}

/** The property of each event that has it as a number, with how often the event happened. Text is no number. */
export function amountsOf(
  events: readonly IndexedEvent[],
  of: string,
): readonly (readonly [amount: number, count: number])[] {
  return events.flatMap((event) => {
    const amount = propertyOf(event, of);
    return typeof amount === 'number' ? [[amount, event.count] as const] : [];
  });
}

/** The same in SQL: the property of a row of `events e`, and the rows of the window that have it. */
export function amountsSql(measure: Amounts, context: SqlContext): { amount: Fragment; rows: Fragment } {
  const amount = ofRow(context.dialect.number(sql`e.properties`, measure.of));
  return { amount, rows: sql`${withinSql(measure, context)} and ${amount} is not null` };
}

/** The user of an event is text, whatever its properties hold under that name. */
export const checkAmounts = ({ of }: Amounts, path: string): Issue[] =>
  of === 'user'
    ? [
        {
          code: 'not-numeric',
          path: `${path}.of`,
          message: `${path}.of must name a property that holds numbers, not "user", which names who did it: to count users, write kind "distinct".`,
        },
      ]
    : [];
