import { register } from '../ui/register.ts';
import { Gauge } from '../widgets/gauge/gauge.ts';

register(Gauge);

declare global {
  interface HTMLElementTagNameMap {
    'hale-gauge': Gauge;
  }
}
