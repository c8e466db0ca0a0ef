import { register } from '../ui/register.ts';
import { Backtest } from '../widgets/backtest/backtest.ts';

register(Backtest);

declare global {
  interface HTMLElementTagNameMap {
    'hale-backtest': Backtest;
  }
}
