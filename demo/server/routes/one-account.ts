import { listedAccount } from '../accounts/account-shapes.ts';
import { findAccount } from '../accounts/list-accounts.ts';
import { readParameters } from '../http/parameters.ts';
import { unknownAccount } from '../http/problem.ts';
import { type Endpoint, json } from '../openapi/operation.ts';
import type { Portfolio } from '../portfolio.ts';

/** `GET /v1/accounts/:id`: one account, as the list shows it. */
export const oneAccount = (portfolio: Portfolio): Endpoint => ({
  tells: {
    id: 'readAccount',
    summary: 'One account, as a list shows it',
    gives: json('The account, be it a customer still or not.', listedAccount),
  },
  answer: [
    async (context) => {
      readParameters({}, new URL(context.req.url).searchParams);
      const id = context.req.param('id') ?? '';
      const account = await findAccount(portfolio, id);
      if (!account) throw unknownAccount(id);
      return context.json(account);
    },
  ],
});
