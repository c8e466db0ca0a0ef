import { pageOfBacktest } from '@hale/cli/backtest-page';
import type { Handler } from 'hono';
import type { PortfolioBacktest } from '../backtest/portfolio-backtest.ts';
import { readParameters } from '../http/parameters.ts';

/**
 * `GET /v1/backtest`: what scores said on days gone by, against what became of the accounts; as a page that needs nothing
 * else where `Accept` asks for `text/html`, as JSON otherwise.
 */
export const backtest =
  (made: PortfolioBacktest): Handler =>
  async (context) => {
    readParameters({}, new URL(context.req.url).searchParams);
    const report = await made.report();
    context.header('vary', 'Accept', { append: true });
    if (!context.req.header('accept')?.includes('text/html')) return context.json(report);
    return context.html(pageOfBacktest(report).html);
  };
