import { portfolioSummaryShape } from '../accounts/account-shapes.ts';
import { summarisePortfolio } from '../accounts/summarise-portfolio.ts';
import { readParameters } from '../http/parameters.ts';
import { type Endpoint, json } from '../openapi/operation.ts';
import type { Portfolio } from '../portfolio.ts';

/** `GET /v1/portfolio`: how many customers there are in each tier, and how many of them renew soon. */
export const portfolioSummary = (portfolio: Portfolio): Endpoint => ({
  tells: {
    id: 'summarisePortfolio',
    summary: 'How many customers are in each tier',
    gives: json('The customers of today, counted.', portfolioSummaryShape),
  },
  answer: [
    async (context) => {
      readParameters({}, new URL(context.req.url).searchParams);
      return context.json(await summarisePortfolio(portfolio));
    },
  ],
});
