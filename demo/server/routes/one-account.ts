import type { Handler } from 'hono';
import { findAccount } from '../accounts/list-accounts.ts';
import { readParameters } from '../http/parameters.ts';
import { unknownAccount } from '../http/problem.ts';
import type { Portfolio } from '../portfolio.ts';

/** `GET /v1/accounts/:id`: one account, as the list shows it. */
export function oneAccount(portfolio: Portfolio): Handler {
  return async (context) => {
    readParameters({}, new URL(context.req.url).searchParams);
    const id = context.req.param('id') ?? '';
    const account = await findAccount(portfolio, id);
    if (!account) throw unknownAccount(id);
    return context.json(account);
  };
}
