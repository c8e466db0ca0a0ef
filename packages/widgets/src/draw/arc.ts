import { type Point, round } from './path.ts';
import { notch, notched, position } from './scale.ts';

/** How far the dial goes round, as an angle: its opening looks down. */
const sweep = (240 / 180) * Math.PI;

/** The 0–100 scale bent to a dial, clockwise from lower left to lower right, in every writing direction. */
export interface Arc {
  /** How long a point of the scale is, in px. */
  readonly perPoint: number;
  /** The place of a score on the arc, or `out` px outside it. */
  point(score: number, out?: number): Point;
  /** The arc between two scores as path text. */
  path(from: number, to: number): string;
  /** The arc between two scores, cut 3 px wide at each edge of a tier, as path text. */
  pieces(from: number, to: number, edges: readonly number[]): string;
  /** A straight mark across the arc at a score, so many px to either side, as path text. */
  across(score: number, beyond: number): string;
}

/** A dial of 240° around (`cx`, `cy`). */
export function arc(cx: number, cy: number, radius: number): Arc {
  const angleOf = position(-sweep / 2, sweep / 2);
  const point = (score: number, out = 0): Point => {
    const angle = angleOf(score);
    return { x: cx + (radius + out) * Math.sin(angle), y: cy - (radius + out) * Math.cos(angle) };
  };
  const text = (p: Point) => `${round(p.x)} ${round(p.y)}`;
  const path = (from: number, to: number) => {
    return `M${text(point(from))}A${radius} ${radius} 0 ${+(Math.abs(to - from) > 75)} ${+(to > from)} ${text(point(to))}`;
  };
  const perPoint = (radius * sweep) / 100;
  return {
    perPoint,
    point,
    path,
    pieces: (from, to, edges) =>
      notched(from, to, edges, notch / perPoint)
        .map(({ start, end }) => path(start, end))
        .join(''),
    across: (score, beyond) => `M${text(point(score, -beyond))}L${text(point(score, beyond))}`,
  };
}
