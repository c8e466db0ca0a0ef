import { type Point, round, stroke } from './path.ts';

/** A place on a line; a null height was not observed. */
export interface LinePoint {
  x: number;
  y: number | null;
}

/** A line through what was observed, with nothing made up in between. */
export interface Line {
  /** The observed runs of two points and more, as one path text. */
  solid: string;
  /** Bridges over what was not observed, to be dashed; none before the first or after the last observed point. */
  gaps: { start: Point; end: Point; path: string }[];
  /** Observed points with no observed neighbour, which a line cannot show. */
  alone: Point[];
}

/** Draws a line through points in order of x. */
export function line(points: readonly LinePoint[]): Line {
  const drawn: Line = { solid: '', gaps: [], alone: [] };
  let run: Point[] = [];
  let before: Point | undefined;
  const close = () => {
    const [only] = run;
    if (run.length > 1) drawn.solid += `M${run.map((p) => `${round(p.x)} ${round(p.y)}`).join('L')}`;
    else if (only) drawn.alone.push(only);
    run = [];
  };
  for (const { x, y } of points) {
    if (y === null) {
      close();
      continue;
    }
    const here = { x, y };
    if (run.length === 0 && before) {
      drawn.gaps.push({ start: before, end: here, path: stroke(before.x, before.y, x, y) });
    }
    run.push(here);
    before = here;
  }
  close();
  return drawn;
}

/** Highest and lowest y of the line between two x, gaps bridged; null where there is no line. */
export function extent(
  points: readonly LinePoint[],
  left: number,
  right: number,
): { top: number; bottom: number } | null {
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  const meet = (y: number) => {
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  let before: Point | undefined;
  for (const { x, y } of points) {
    if (y === null) continue;
    if (x >= left && x <= right) meet(y);
    if (before && before.x < x) {
      for (const edge of [left, right]) {
        if (edge > before.x && edge < x) meet(before.y + ((y - before.y) * (edge - before.x)) / (x - before.x));
      }
    }
    before = { x, y };
  }
  return top <= bottom ? { top, bottom } : null;
}

/** Index of the x nearest to `x` in a rising list; -1 in an empty one. */
export function nearest(xs: readonly number[], x: number): number {
  let low = 0;
  let high = xs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((xs[middle] ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  const right = xs[low];
  const left = xs[low - 1];
  if (left === undefined) return right === undefined ? -1 : low;
  return right === undefined || x - left <= right - x ? low - 1 : low;
}
