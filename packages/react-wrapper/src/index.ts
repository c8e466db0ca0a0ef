// Written by `npm run build` from the element: change it there.
export { HaleActivityDots, type HaleActivityDotsProps } from './components/activity-dots.ts';
export { HaleBacktest, type HaleBacktestProps } from './components/backtest.ts';
export { HaleBreakdown, type HaleBreakdownProps } from './components/breakdown.ts';
export { HaleGauge, type HaleGaugeProps } from './components/gauge.ts';
export { HaleHeatMap, type HaleHeatMapProps } from './components/heat-map.ts';
export { HalePlaybook, type HalePlaybookProps } from './components/playbook.ts';
export { HalePortfolio, type HalePortfolioProps } from './components/portfolio.ts';
export { HaleProvider, type HaleProviderProps } from './components/provider.ts';
export { HaleRiskFlags, type HaleRiskFlagsProps } from './components/risk-flags.ts';
export { HaleRoleView, type HaleRoleViewProps } from './components/role-view.ts';
export { HaleScatter, type HaleScatterProps } from './components/scatter.ts';
export { HaleSegmentBars, type HaleSegmentBarsProps } from './components/segment-bars.ts';
export { HaleStatus, type HaleStatusProps } from './components/status.ts';
export { HaleTrendLine, type HaleTrendLineProps } from './components/trend-line.ts';
export { HaleWhatChanged, type HaleWhatChangedProps } from './components/what-changed.ts';
