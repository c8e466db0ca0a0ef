import { type Point, round } from '../../draw/path.ts';
import type { Mark } from '../../ui/marks.ts';
import type { GaugePicture } from './picture.ts';

/** Where the marks of a scale lie, be it bent or lying: each as one path text, empty where there is no such mark. */
export interface ScalePaths {
  /** The scale beyond the score, cut where tiers begin. */
  readonly track: string;
  /** What the score, or a person, has filled. */
  readonly reach: string;
  /** Outlines of what is as it was, or as it was computed. */
  readonly outline: string;
  /** What the score could be, and its ends. */
  readonly possible?: string;
  readonly ends?: string;
  readonly earlier: string;
  readonly halo: string;
  readonly needle: string;
  /** How thick the filled part is, in px. */
  readonly band: number;
}

/**
 * The marks of a scale. Each is there from the first, if only with nothing to draw: a thousand gauges are a thousand
 * times these few elements and no more.
 */
export const scaleMarks = (paths: ScalePaths, { hand }: GaugePicture): Mark[] => [
  path('track', paths.track),
  ['g', { class: hand?.tone ?? '' }, path('outline', paths.outline)],
  ['path', { class: 'reach', 'stroke-width': paths.band, d: paths.reach }],
  path('possible', paths.possible ?? ''),
  path('possible-end', paths.ends ?? ''),
  path('then', paths.earlier),
  path('halo', paths.halo),
  path('needle', paths.needle),
];

/** A picture of `width` by `height` px, of what is said in words beside it. */
export const plot = (look: string, width: number, height: number, marks: readonly Mark[]): Mark => [
  'svg',
  { part: 'plot', class: look, width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
  ...marks,
];

const path = (name: string, d: string): Mark => ['path', { class: name, d }];

/** A circle as path text. */
export const circle = ({ x, y }: Point, radius: number): string =>
  `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
