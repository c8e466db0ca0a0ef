export { type BacktestPage, type BacktestPageOptions, backtestPage } from './widgets/backtest/page/backtest-page.ts';
export { backtestPageMessages } from './widgets/backtest/page/page.messages.ts';
