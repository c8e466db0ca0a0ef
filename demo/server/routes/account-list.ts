import * as z from 'zod/mini';
import { accountPage } from '../accounts/account-shapes.ts';
import type { Cursors } from '../accounts/cursor.ts';
import { type AccountQuery, listAccounts, type SortKey, sortKeys } from '../accounts/list-accounts.ts';
import { oneOf, oneOfOwn, readParameters, text, whole } from '../http/parameters.ts';
import { Problem, shown } from '../http/problem.ts';
import { type Endpoint, json } from '../openapi/operation.ts';
import type { Portfolio } from '../portfolio.ts';

/** `GET /v1/accounts`: accounts with what a list shows of them, filtered, sorted, a page at a time. */
export function accountList(portfolio: Portfolio, cursors: Cursors): Endpoint {
  const { model } = portfolio;
  const parameters = {
    tier: z.optional(
      oneOfOwn(
        [...model.tiers.map(({ id }) => id), 'none'],
        'Id of a tier of the model; `none` for accounts without a score.',
      ),
    ),
    q: z.optional(text(1, 200)),
    signal: z.optional(
      oneOfOwn(
        (model.signals ?? []).map(({ id }) => id),
        'Id of a signal of the model that fired.',
      ),
    ),
    status: z._default(oneOf(['current', 'all']), 'current'),
    sort: z._default(oneOf(sortKeys.flatMap((key) => [key, `-${key}`])), 'score'),
    limit: whole(1, 200, 50),
    cursor: z.optional(text(1, 2000)),
  };
  return {
    tells: {
      id: 'listAccounts',
      summary: 'Accounts, a page at a time',
      description: 'Filtered and sorted. Those that lack what is sorted by come last, either way.',
      parameters,
      gives: json('A page of the list.', accountPage),
    },
    answer: [
      async (context) => {
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
      },
    ],
  };
}
