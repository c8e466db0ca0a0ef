import { arc } from './arc.ts';
import { notch, notched } from './scale.ts';

/** The outline of a band of a dial between two scores, cut at each edge of a tier, as closed path text. */
export function hollowArc(
  cx: number,
  cy: number,
  radius: number,
  width: number,
  to: number,
  edges: readonly number[],
): string {
  const outer = arc(cx, cy, radius + width / 2);
  const inner = arc(cx, cy, radius - width / 2);
  // The outline is drawn to both sides of its path: the notch between two outlines stays as wide as between bands.
  const gap = (notch + 1.5) / arc(cx, cy, radius).perPoint;
  return notched(0, to, edges, gap)
    .map(({ start, end }) => `${outer.path(start, end)}${inner.path(end, start).replace('M', 'L')}Z`)
    .join('');
}
