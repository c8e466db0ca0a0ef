// All that `define.ts` brings, in its order, which compresses best. What shows many accounts, role views, backtests and
// scoring in the page, which few pages need and which would weigh on all the others, have entries of their own.
import './define/provider.ts';
import './define/what-changed.ts';
import './define/breakdown.ts';
import './define/risk-flags.ts';
import './define/heat-map.ts';
import './define/activity-dots.ts';
import './define/playbook.ts';
import './define/status.ts';
import './define/trend-line.ts';
import './define/gauge.ts';

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
  HeatMap,
  heatMessages,
  observedMessages,
  Playbook,
  Provider,
  playbookMessages,
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
