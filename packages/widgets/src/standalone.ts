// All but <hale-backtest>, which few pages show and which would weigh on all the others: it has an entry of its own.
import './define/activity-dots.ts';
import './define/gauge.ts';
import './define/provider.ts';
import './define/risk-flags.ts';
import './define/trend-line.ts';

export { parseModel } from '@hale/core';
export { b2bSaas } from '@hale/core/presets/b2b-saas';
export type * from './index.ts';
export {
  ActivityDots,
  activityMessages,
  flagMessages,
  Gauge,
  gaugeMessages,
  Provider,
  RiskFlags,
  setMessages,
  stateMessages,
  summaryMessages,
  TrendLine,
  tableMessages,
  trendMessages,
  version,
} from './index.ts';
export * from './source/fetch.ts';
export * from './source/memory.ts';
export * from './source/model.ts';
