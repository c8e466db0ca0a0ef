/** A place in px; y grows downwards. */
export interface Point {
  x: number;
  y: number;
}

/** A coordinate as path text, to a hundredth of a px. */
export function round(px: number): number {
  return Math.round(px * 100) / 100;
}

/** A straight line between two places, as path text. */
export function stroke(x1: number, y1: number, x2: number, y2: number): string {
  return `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`;
}
