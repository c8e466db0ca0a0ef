import type { Cursors } from '../accounts/cursor.ts';
import type { PortfolioBacktest } from '../backtest/portfolio-backtest.ts';
import type { Access } from '../http/access.ts';
import type { ChangeLog } from '../live/change-log.ts';
import type { Described } from '../openapi/operation.ts';
import type { Portfolio } from '../portfolio.ts';
import type { PortfolioReadings } from '../reading/portfolio-readings.ts';
import { accountData } from './account-data.ts';
import { accountAdoption, accountHealth } from './account-health.ts';
import { accountList } from './account-list.ts';
import { backtest } from './backtest.ts';
import { type Intake, ingest } from './events.ts';
import { feedback } from './feedback.ts';
import { healthBatch } from './health-batch.ts';
import { modelDocument } from './model-document.ts';
import { modelList, observations } from './observations.ts';
import { oneAccount } from './one-account.ts';
import { portfolioAccountList } from './portfolio-accounts.ts';
import { portfolioSummary } from './portfolio-summary.ts';
import { stream } from './stream.ts';

/** One address of the API, and who may ask there. */
export interface Route extends Described {
  readonly access: Access;
}

/** What the routes read. */
export interface Read {
  readonly portfolio: Portfolio;
  readonly readings: PortfolioReadings;
  readonly made: PortfolioBacktest;
  readonly cursors: Cursors;
  /** Tells which reports change. */
  readonly changes: ChangeLog;
  /** How many streams one subject may have open at once. */
  readonly streams: number;
  /** Takes events in. */
  readonly intake: Intake;
}

const staff = (of: Access['of']): Access => ({ audiences: ['internal'], of });
const everyone: Access = { audiences: ['internal', 'customer'], of: 'account' };

/** Every address of the API that needs a token, and no other: what is not listed here is answered to nobody. */
export const apiRoutes = ({ portfolio, readings, made, cursors, changes, streams, intake }: Read): readonly Route[] => [
  { method: 'GET', path: '/v1/accounts', access: staff('portfolio'), ...accountList(portfolio, cursors) },
  { method: 'GET', path: '/v1/accounts/:id', access: staff('account'), ...oneAccount(portfolio) },
  { method: 'GET', path: '/v1/accounts/:id/health', access: staff('account'), ...accountHealth(portfolio) },
  { method: 'GET', path: '/v1/accounts/:id/adoption', access: everyone, ...accountAdoption(portfolio) },
  { method: 'GET', path: '/v1/accounts/:id/data', access: staff('account'), ...accountData(portfolio) },
  { method: 'POST', path: '/v1/accounts/:id/feedback', access: staff('account'), ...feedback(portfolio, made) },
  { method: 'POST', path: '/v1/events', access: staff('accounts'), ...ingest(intake) },
  { method: 'GET', path: '/v1/health', access: staff('accounts'), ...healthBatch(portfolio) },
  { method: 'GET', path: '/v1/stream', access: { ...everyone, of: 'accounts' }, ...stream(changes, streams) },
  { method: 'GET', path: '/v1/portfolio', access: staff('portfolio'), ...portfolioSummary(portfolio) },
  { method: 'GET', path: '/v1/portfolio/accounts', access: staff('portfolio'), ...portfolioAccountList(portfolio) },
  { method: 'GET', path: '/v1/models', access: staff('portfolio'), ...modelList(portfolio) },
  { method: 'GET', path: '/v1/observations', access: staff('portfolio'), ...observations(portfolio, readings) },
  { method: 'GET', path: '/v1/model', access: staff('portfolio'), ...modelDocument(portfolio) },
  { method: 'GET', path: '/v1/backtest', access: staff('portfolio'), ...backtest(made) },
];
