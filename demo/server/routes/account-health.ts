import type { CustomerView, Report } from '@hale/core';
import type { Handler } from 'hono';
import { readParameters } from '../http/parameters.ts';
import { unknownAccount } from '../http/problem.ts';
import { core } from '../openapi/core-documents.ts';
import { type Endpoint, json } from '../openapi/operation.ts';
import type { Portfolio } from '../portfolio.ts';
import { readCustomerViews, readReports } from '../reading/reports.ts';

/** `GET /v1/accounts/:id/health`: the report of one account. */
export const accountHealth = (portfolio: Portfolio): Endpoint => ({
  tells: {
    id: 'readReport',
    summary: 'The report of an account',
    description: 'Its score, and all that explains it: what the widgets show.',
    gives: json('The report.', core<Report>('Report')),
  },
  answer: [oneAccount((ids) => readReports(portfolio, ids))],
});

/** `GET /v1/accounts/:id/adoption`: what the customer itself may see; made here, so that nothing else leaves the server. */
export const accountAdoption = (portfolio: Portfolio): Endpoint => ({
  tells: {
    id: 'readCustomerView',
    summary: 'What a customer may see of itself',
    description: 'A smaller document of its own: tiers, signals, weights and notes are not in it.',
    gives: json("The customer's view.", core<CustomerView>('CustomerView')),
  },
  answer: [oneAccount((ids) => readCustomerViews(portfolio, ids))],
});

function oneAccount(read: (ids: readonly string[]) => Promise<Map<string, Report | CustomerView>>): Handler {
  return async (context) => {
    readParameters({}, new URL(context.req.url).searchParams);
    const id = context.req.param('id') ?? '';
    const report = (await read([id])).get(id);
    if (!report) throw unknownAccount(id);
    return context.json(report);
  };
}
