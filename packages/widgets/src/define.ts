import './define/activity-dots.ts';
import './define/backtest.ts';
import './define/breakdown.ts';
import './define/gauge.ts';
import './define/provider.ts';
import './define/risk-flags.ts';
import './define/status.ts';
import './define/trend-line.ts';
