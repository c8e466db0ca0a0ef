import type { Statement } from '@hale/core/sql';
import { tableExpressions } from './table-expressions.ts';

/** A table expression on its own; where it is held, its rows are worked out once and its plan forgotten. */
interface View extends Statement {
  readonly name: string;
  readonly held: boolean;
}

/**
 * A statement as views, each over those before it, and a select from them. Spark analyses a view once; of a statement it
 * goes over all of it as often as its selects are deep. A view is held after each so many characters.
 */
export function inViews(statement: Statement, heldAfter: number): { views: readonly View[] } & Statement {
  const { tables, rest } = tableExpressions(statement);
  let since = 0;
  const views = tables.map(({ name, columns, text, values }): View => {
    since += text.length;
    const held = since > heldAfter;
    if (held) since = 0;
    return { name, text: columns ? `select * from (${text}) as named${columns}` : text, values, held };
  });
  return { views, ...rest };
}
