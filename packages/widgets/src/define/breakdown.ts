import { register } from '../ui/register.ts';
import { Breakdown } from '../widgets/breakdown/breakdown.ts';

register(Breakdown);

declare global {
  interface HTMLElementTagNameMap {
    'hale-breakdown': Breakdown;
  }
}
