// What most pages show of one account. Backtests, heat maps, playbooks, portfolios, scatters, segments and scoring
// in the page, which few pages need and which would weigh on all the others, have entries of their own.
import './define/what-changed.ts';
import './define/provider.ts';
import './define/breakdown.ts';
import './define/trend-line.ts';
import './define/gauge.ts';
import './define/activity-dots.ts';
import './define/status.ts';
import './define/risk-flags.ts';

export type * from './index.ts';
export {
  ActivityDots,
  activityMessages,
  Breakdown,
  breakdownMessages,
  changeMessages,
  flagMessages,
  Gauge,
  gaugeMessages,
  observedMessages,
  Provider,
  RiskFlags,
  Status,
  setLanguage,
  setMessages,
  sourceMessages,
  stateMessages,
  statusMessages,
  summaryMessages,
  TrendLine,
  tableMessages,
  trendMessages,
  version,
  WhatChanged,
} from './index.ts';
export * from './source/fetch.ts';
export * from './source/memory.ts';
