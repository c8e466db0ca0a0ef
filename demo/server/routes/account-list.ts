import type { Handler } from 'hono';
import * as z from 'zod/mini';
import type { Cursors } from '../accounts/cursor.ts';
import { type AccountQuery, listAccounts, type SortKey, sortKeys } from '../accounts/list-accounts.ts';
import { oneOf, readParameters, text, whole } from '../http/parameters.ts';
import { Problem, shown } from '../http/problem.ts';
import type { Portfolio } from '../portfolio.ts';

/** `GET /v1/accounts`: accounts with what a list shows of them, filtered, sorted, a page at a time. */
export function accountList(portfolio: Portfolio, cursors: Cursors): Handler {
  const { model } = portfolio;
  const parameters = {
    tier: z.optional(oneOf([...model.tiers.map(({ id }) => id), 'none'])),
    q: z.optional(text(1, 200)),
    signal: z.optional(oneOf((model.signals ?? []).map(({ id }) => id))),
    status: z._default(oneOf(['current', 'all']), 'current'),
    sort: z._default(oneOf(sortKeys.flatMap((key) => [key, `-${key}`])), 'score'),
    limit: z._default(whole(1, 200), 50),
    cursor: z.optional(text(1, 2000)),
  };
  return async (context) => {
    const { cursor, limit, ...given } = readParameters(parameters, new URL(context.req.url).searchParams);
    const query: AccountQuery = {
      tier: given.tier ?? null,
      name: given.q ?? null,
      signal: given.signal ?? null,
      withEnded: given.status === 'all',
      // Parsed above: one of the sort keys, with or without its sign.
      sort: given.sort.replace('-', '') as SortKey,
      descending: given.sort.startsWith('-'),
    };
    const signed = JSON.stringify(query);
    const after = cursor === undefined ? null : cursors.read(cursor, signed);
    if (cursor !== undefined && !after) {
      throw new Problem(
        'invalid-parameter',
        `cursor must be the "next" of an earlier answer to the same query, not ${shown(cursor)}: leave it out to begin anew.`,
      );
    }
    const { accounts, total, end } = await listAccounts(portfolio, query, limit, after);
    return context.json({ accounts, total, next: end && cursors.write(end, signed) });
  };
}
