import { pageOfBacktest } from '@hale/cli/backtest-page';
import type { BacktestReport } from '@hale/core/validation';
import * as z from 'zod/mini';
import type { PortfolioBacktest } from '../backtest/portfolio-backtest.ts';
import { readParameters } from '../http/parameters.ts';
import { core } from '../openapi/core-documents.ts';
import type { Endpoint } from '../openapi/operation.ts';

/**
 * `GET /v1/backtest`: what scores said on days gone by, against what became of the accounts; as a page that needs nothing
 * else where `Accept` asks for `text/html`, as JSON otherwise.
 */
export const backtest = (made: PortfolioBacktest): Endpoint => ({
  tells: {
    id: 'readBacktest',
    summary: 'How often scores were right',
    description:
      'What scores said on days gone by, against what became of the accounts. A page that needs nothing else where `Accept` asks for `text/html`.',
    gives: {
      status: 200,
      description: 'The backtest.',
      content: { 'application/json': core<BacktestReport>('Backtest'), 'text/html': z.string() },
    },
  },
  answer: [
    async (context) => {
      readParameters({}, new URL(context.req.url).searchParams);
      const report = await made.report();
      context.header('vary', 'Accept', { append: true });
      if (!context.req.header('accept')?.includes('text/html')) return context.json(report);
      return context.html(pageOfBacktest(report).html);
    },
  ],
});
