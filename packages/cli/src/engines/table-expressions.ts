import type { Statement } from '@hale/core/sql';

/** A table expression of a statement: its name as it is written, its columns where they are named, and what it selects. */
export interface TableExpression extends Statement {
  readonly name: string;
  /** `(instant, v0)`; empty where the select names them. */
  readonly columns: string;
}

/** Quoted names, quoted text, brackets, commas and placeholders: all that the ends of table expressions are told by. */
const tokens = /`(?:[^`]|``)*`|'(?:[^'\\]|\\.|'')*'|[(),?]/g;

/**
 * A statement `with a as (…), b(x, y) as (…) select …` taken apart: its table expressions in their order, each with its
 * own values, and the select after them. Placeholders are question marks.
 */
export function tableExpressions({ text, values }: Statement): { tables: TableExpression[]; rest: Statement } {
  const tables: TableExpression[] = [];
  let depth = 0;
  let seen = 0;
  let columns = '';
  let start = text.startsWith('with ') ? 'with '.length : text.length;
  let open = { at: 0, seen: 0 };
  let end = 0;
  for (const { 0: token, index } of start < text.length ? text.matchAll(tokens) : []) {
    if (token === '?') seen += 1;
    if (token === '(' && depth++ === 0) open = { at: index + 1, seen };
    if (token !== ')' || --depth > 0) continue;
    const head = text.slice(start, open.at - 1).trim();
    if (!head.endsWith(' as')) {
      // The names of its columns; what it selects is in the next brackets.
      if (!/^,?\s*[`\w]+$/.test(head)) break;
      columns = text.slice(open.at - 1, index + 1);
      continue;
    }
    const name = head.slice(0, -' as'.length).replace(columns, '').trim();
    tables.push({ name, columns, text: text.slice(open.at, index), values: values.slice(open.seen, seen) });
    columns = '';
    end = index + 1;
    const comma = /^\s*,\s*/.exec(text.slice(end));
    if (!comma) break;
    start = end + comma[0].length;
  }
  const used = tables.reduce((sum, table) => sum + table.values.length, 0);
  return { tables, rest: { text: text.slice(end).trim(), values: values.slice(used) } };
}
