import { type Point, round } from './path.ts';
import { notch, notched, type Stretch } from './scale.ts';

/** How far the dial goes round, in degrees: its opening looks down. */
const sweep = 240;
const radians = Math.PI / 180;

/** The 0–100 scale bent to a dial, clockwise from lower left to lower right, in every writing direction. */
export interface Arc {
  /** The place of a score on the arc, or `out` px outside it. */
  point(score: number, out?: number): Point;
  /** The arc between two scores as path text; empty when they are equal. */
  path(from: number, to: number): string;
  /** The arc between two scores, cut 3 px wide at each edge of a tier, as one path text a piece. */
  pieces(from: number, to: number, edges: readonly number[]): string[];
  /** A straight mark across the arc at a score, from `inside` px within it to `outside` px beyond, as path text. */
  across(score: number, inside: number, outside: number): string;
}

/** A dial of 240° around (`cx`, `cy`). */
export function arc(cx: number, cy: number, radius: number): Arc {
  const point = (score: number, out = 0): Point => {
    const angle = (((Math.min(100, Math.max(0, score)) - 50) / 100) * sweep - 90) * radians;
    return { x: cx + (radius + out) * Math.cos(angle), y: cy + (radius + out) * Math.sin(angle) };
  };
  const text = (p: Point) => `${round(p.x)} ${round(p.y)}`;
  const path = (from: number, to: number) => {
    if (from === to) return '';
    const large = (Math.abs(to - from) / 100) * sweep > 180 ? 1 : 0;
    return `M${text(point(from))}A${radius} ${radius} 0 ${large} ${to > from ? 1 : 0} ${text(point(to))}`;
  };
  const gap = (notch / (radius * sweep * radians)) * 100;
  return {
    point,
    path,
    pieces: (from, to, edges) => notched(from, to, edges, gap).map((s: Stretch) => path(s.start, s.end)),
    across: (score, inside, outside) => `M${text(point(score, -inside))}L${text(point(score, outside))}`,
  };
}
