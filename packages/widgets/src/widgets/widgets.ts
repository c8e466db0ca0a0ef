export { ActivityDots } from './activity-dots/activity-dots.ts';
export { Backtest } from './backtest/backtest.ts';
export { Breakdown } from './breakdown/breakdown.ts';
export { Gauge } from './gauge/gauge.ts';
export { Provider } from './provider/provider.ts';
export { RiskFlags } from './risk-flags/risk-flags.ts';
export { Status } from './status/status.ts';
export { TrendLine } from './trend-line/trend-line.ts';
