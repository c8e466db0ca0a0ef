import type { Account } from '@hale/core';
import { readParameters } from '../http/parameters.ts';
import { unknownAccount } from '../http/problem.ts';
import { core } from '../openapi/core-documents.ts';
import { type Endpoint, json } from '../openapi/operation.ts';
import type { Portfolio } from '../portfolio.ts';
import { accountDocument } from '../reading/account-document.ts';

/** `GET /v1/accounts/:id/data`: all that is recorded of one account, to be scored in the page. For the vendor's own people. */
export const accountData = ({ session }: Portfolio): Endpoint => ({
  tells: {
    id: 'readAccountData',
    summary: 'All that is recorded of an account',
    description: 'Its facts and events, as the core reads them: a page can score it by itself.',
    gives: json('The document of the account.', core<Account>('Account')),
  },
  answer: [
    async (context) => {
      readParameters({}, new URL(context.req.url).searchParams);
      const id = context.req.param('id') ?? '';
      const account = await accountDocument(session, id);
      if (!account) throw unknownAccount(id);
      return context.json(account);
    },
  ],
});
