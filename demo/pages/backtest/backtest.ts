import '../host/host.ts';
import './backtest.css';
import '@hale/widgets/define/backtest.js';
