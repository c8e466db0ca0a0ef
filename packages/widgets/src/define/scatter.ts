import { register } from '../ui/register.ts';
import { Scatter } from '../widgets/scatter/scatter.ts';

register(Scatter);

declare global {
  interface HTMLElementTagNameMap {
    'hale-scatter': Scatter;
  }
}
