import type { CustomerView, Report } from '@hale/core';
import type { Handler } from 'hono';
import { readParameters } from '../http/parameters.ts';
import { unknownAccount } from '../http/problem.ts';
import type { Portfolio } from '../portfolio.ts';
import { readCustomerViews, readReports } from '../reading/reports.ts';

/** `GET /v1/accounts/:id/health`: the report of one account. */
export const accountHealth = (portfolio: Portfolio): Handler => oneAccount((ids) => readReports(portfolio, ids));

/** `GET /v1/accounts/:id/adoption`: what the customer itself may see; made here, so that nothing else leaves the server. */
export const accountAdoption = (portfolio: Portfolio): Handler =>
  oneAccount((ids) => readCustomerViews(portfolio, ids));

function oneAccount(read: (ids: readonly string[]) => Promise<Map<string, Report | CustomerView>>): Handler {
  return async (context) => {
    readParameters({}, new URL(context.req.url).searchParams);
    const id = context.req.param('id') ?? '';
    const report = (await read([id])).get(id);
    if (!report) throw unknownAccount(id);
    return context.json(report);
  };
}
