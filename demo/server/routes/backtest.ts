import type { Handler } from 'hono';
import type { PortfolioBacktest } from '../backtest/portfolio-backtest.ts';
import { readParameters } from '../http/parameters.ts';

/** `GET /v1/backtest`: what scores said on days gone by, against what became of the accounts. */
export const backtest =
  (made: PortfolioBacktest): Handler =>
  async (context) => {
    readParameters({}, new URL(context.req.url).searchParams);
    return context.json(await made.report());
  };
