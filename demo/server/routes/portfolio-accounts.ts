import type { PortfolioSummary } from '@hale/core';
import { portfolioAccounts } from '../accounts/portfolio-accounts.ts';
import { readParameters } from '../http/parameters.ts';
import { core } from '../openapi/core-documents.ts';
import { type Endpoint, json } from '../openapi/operation.ts';
import type { Portfolio } from '../portfolio.ts';

/** `GET /v1/portfolio/accounts`: all customers of today, counted by tier and segment, and listed. */
export const portfolioAccountList = (portfolio: Portfolio): Endpoint => ({
  tells: {
    id: 'listPortfolio',
    summary: 'All customers at once, as a table of many shows them',
    gives: json('The customers of today, counted and listed.', core<PortfolioSummary>('Portfolio')),
  },
  answer: [
    async (context) => {
      readParameters({}, new URL(context.req.url).searchParams);
      return context.json(await portfolioAccounts(portfolio));
    },
  ],
});
