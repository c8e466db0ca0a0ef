import { register } from '../ui/register.ts';
import { HeatMap } from '../widgets/heat-map/heat-map.ts';

register(HeatMap);

declare global {
  interface HTMLElementTagNameMap {
    'hale-heat-map': HeatMap;
  }
}
