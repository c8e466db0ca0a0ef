import { register } from '../ui/register.ts';
import { SegmentBars } from '../widgets/segment-bars/segment-bars.ts';

register(SegmentBars);

declare global {
  interface HTMLElementTagNameMap {
    'hale-segment-bars': SegmentBars;
  }
}
