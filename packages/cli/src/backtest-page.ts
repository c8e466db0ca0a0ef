export { type PageDocument, pageOfBacktest } from './backtest/page-of-backtest.ts';
