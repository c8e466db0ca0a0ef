import { register } from '../ui/register.ts';
import { TrendLine } from '../widgets/trend-line/trend-line.ts';

register(TrendLine);

declare global {
  interface HTMLElementTagNameMap {
    'hale-trend-line': TrendLine;
  }
}
