import { round } from '../../draw/path.ts';

/** A piece of a bar, in px from its start. */
export interface Piece {
  /** Whose it is among the counts. */
  readonly place: number;
  readonly x: number;
  readonly width: number;
}

/** Between pieces, and the least that is drawn of one, so that one of thousands is seen. */
const gap = 3;
const least = 3;

/**
 * The bars of several lists of counts within `width` px, on one scale; `isWhole` has each fill the width. Nothing is
 * drawn of 0, nor of what is not told.
 */
export function layoutBars(rows: readonly (readonly (number | null)[])[], width: number, isWhole: boolean): Piece[][] {
  const sums = rows.map((counts) => counts.reduce<number>((sum, one) => sum + (one ?? 0), 0));
  const greatest = sums.reduce((a, b) => Math.max(a, b), 0);
  return rows.map((counts, row) => {
    const most = isWhole ? (sums[row] ?? 0) : greatest;
    const pieces = isWhole
      ? counts.filter(Boolean).length
      : Math.max(0, ...rows.map((all) => all.filter(Boolean).length));
    const unit = most > 0 ? Math.max(0, width - pieces * (gap + least) + gap) / most : 0;
    let x = 0;
    return counts.flatMap((count, place): Piece[] => {
      if (!count) return [];
      const piece = { place, x: round(x), width: round(Math.max(least, count * unit)) };
      x += piece.width + gap;
      return [piece];
    });
  });
}
