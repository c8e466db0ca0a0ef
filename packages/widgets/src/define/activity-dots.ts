import { register } from '../ui/register.ts';
import { ActivityDots } from '../widgets/activity-dots/activity-dots.ts';

register(ActivityDots);

declare global {
  interface HTMLElementTagNameMap {
    'hale-activity-dots': ActivityDots;
  }
}
