import { type Point, round } from '../../draw/path.ts';
import type { Mark } from '../../ui/marks.ts';
import type { GaugePicture } from './picture.ts';

/** Where scores lie on a scale, be it bent or lying. What is drawn is path text, empty where there is nothing to draw. */
export interface Track {
  at(score: number): Point;
  /** The scale between two scores, cut where tiers begin. */
  pieces(from: number, to: number): string;
  /** The outline of the same, from 0. */
  outlines(to: number): string;
  /** A mark across the scale, so many px to either side. */
  across(score: number, beyond: number): string;
}

/** How thick the filled part is, how far the needle and its halo go to either side, and the earlier score's radius, in px. */
type Sizes = readonly [band: number, needle: number, halo: number, then: number];

/** The marks of a scale: those that there are, since a thousand gauges are a thousand times these elements. */
export function scaleMarks(
  track: Track,
  { look, earlier, hand, score }: GaugePicture,
  [band, needle, halo, radius]: Sizes,
): Mark[] {
  const isHollow = look === 'hollow';
  const at = score ?? 0;
  const outlines = track.outlines(isHollow ? at : (hand?.computed ?? 0));
  const reach = isHollow ? '' : hand ? track.pieces(hand.from, hand.to) : track.pieces(0, at);
  const then = earlier === null ? null : track.at(earlier);
  return [
    path('track', track.pieces(at, 100)),
    outlines && ['g', { class: hand?.tone ?? '' }, path('outline', outlines)],
    ['path', { class: 'reach', 'stroke-width': band, d: reach }],
    then && ['circle', { class: 'then', cx: round(then.x), cy: round(then.y), r: radius }],
    ...(score === null ? [] : [path('halo', track.across(score, halo)), path('needle', track.across(score, needle))]),
  ];
}

/** A picture of `width` by `height` px, of what is said in words beside it. */
export const plot = (look: string, width: number, height: number, marks: readonly Mark[]): Mark => [
  'svg',
  { part: 'plot', class: `plot ${look}`, width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
  ...marks,
];

export const path = (name: string, d: string): Mark => ['path', { class: name, d }];
