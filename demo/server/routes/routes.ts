import type { Handler } from 'hono';
import type { Cursors } from '../accounts/cursor.ts';
import type { PortfolioBacktest } from '../backtest/portfolio-backtest.ts';
import type { Access } from '../http/access.ts';
import { atMost } from '../http/at-most.ts';
import type { Portfolio } from '../portfolio.ts';
import type { PortfolioReadings } from '../reading/portfolio-readings.ts';
import { accountData } from './account-data.ts';
import { accountAdoption, accountHealth } from './account-health.ts';
import { accountList } from './account-list.ts';
import { backtest } from './backtest.ts';
import { type Intake, ingest, mostBatchBytes } from './events.ts';
import { feedback, mostBytes } from './feedback.ts';
import { healthBatch } from './health-batch.ts';
import { modelDocument } from './model-document.ts';
import { modelList, observations } from './observations.ts';
import { oneAccount } from './one-account.ts';
import { portfolioSummary } from './portfolio-summary.ts';

/** One address of the API, and who may ask there. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** Below `/v1`, in the words of hono: `/accounts/:id`. */
  readonly path: string;
  readonly access: Access;
  readonly answer: readonly [Handler, ...Handler[]];
}

/** What the routes read. */
export interface Read {
  readonly portfolio: Portfolio;
  readonly readings: PortfolioReadings;
  readonly made: PortfolioBacktest;
  readonly cursors: Cursors;
  /** Takes events in. */
  readonly intake: Intake;
}

const staff = (of: Access['of']): Access => ({ audiences: ['internal'], of });
const everyone: Access = { audiences: ['internal', 'customer'], of: 'account' };

/** Every address of the API that needs a token, and no other: what is not listed here is answered to nobody. */
export const apiRoutes = ({ portfolio, readings, made, cursors, intake }: Read): readonly Route[] => [
  { method: 'GET', path: '/accounts', access: staff('portfolio'), answer: [accountList(portfolio, cursors)] },
  { method: 'GET', path: '/accounts/:id', access: staff('account'), answer: [oneAccount(portfolio)] },
  { method: 'GET', path: '/accounts/:id/health', access: staff('account'), answer: [accountHealth(portfolio)] },
  { method: 'GET', path: '/accounts/:id/adoption', access: everyone, answer: [accountAdoption(portfolio)] },
  { method: 'GET', path: '/accounts/:id/data', access: staff('account'), answer: [accountData(portfolio)] },
  {
    method: 'POST',
    path: '/accounts/:id/feedback',
    access: staff('account'),
    answer: [atMost(mostBytes), feedback(portfolio, made)],
  },
  { method: 'POST', path: '/events', access: staff('accounts'), answer: [atMost(mostBatchBytes), ingest(intake)] },
  { method: 'GET', path: '/health', access: staff('accounts'), answer: [healthBatch(portfolio)] },
  { method: 'GET', path: '/portfolio', access: staff('portfolio'), answer: [portfolioSummary(portfolio)] },
  { method: 'GET', path: '/models', access: staff('portfolio'), answer: [modelList(portfolio)] },
  { method: 'GET', path: '/observations', access: staff('portfolio'), answer: [observations(portfolio, readings)] },
  { method: 'GET', path: '/model', access: staff('portfolio'), answer: [modelDocument(portfolio)] },
  { method: 'GET', path: '/backtest', access: staff('portfolio'), answer: [backtest(made)] },
];
