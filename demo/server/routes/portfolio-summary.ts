import type { Handler } from 'hono';
import { summarisePortfolio } from '../accounts/summarise-portfolio.ts';
import { readParameters } from '../http/parameters.ts';
import type { Portfolio } from '../portfolio.ts';

/** `GET /v1/portfolio`: how many customers there are in each tier, and how many of them renew soon. */
export function portfolioSummary(portfolio: Portfolio): Handler {
  return async (context) => {
    readParameters({}, new URL(context.req.url).searchParams);
    return context.json(await summarisePortfolio(portfolio));
  };
}
