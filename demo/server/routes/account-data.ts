import type { Handler } from 'hono';
import { readParameters } from '../http/parameters.ts';
import { unknownAccount } from '../http/problem.ts';
import type { Portfolio } from '../portfolio.ts';
import { accountDocument } from '../reading/account-document.ts';

/** `GET /v1/accounts/:id/data`: all that is recorded of one account, to be scored in the page. For the vendor's own people. */
export const accountData =
  ({ session }: Portfolio): Handler =>
  async (context) => {
    readParameters({}, new URL(context.req.url).searchParams);
    const id = context.req.param('id') ?? '';
    const account = await accountDocument(session, id);
    if (!account) throw unknownAccount(id);
    return context.json(account);
  };
