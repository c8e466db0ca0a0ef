/** Where shares, 0–1, stand in a plot of two of them, in px; time and reading run left to right here. */
export interface UnitFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The share at the far ends. */
  readonly most: number;
  readonly x: (share: number) => number;
  readonly y: (share: number) => number;
}

/**
 * A plot of two shares, as wide as there is room for and at most 240 px high, with words above and below. Shares above
 * `most` lie at its end.
 */
export function unitFrame(width: number, most: number = 1): UnitFrame {
  const height = Math.min(240, Math.max(150, width));
  const [left, right, top, bottom] = [44, width - 10, 26, height - 40];
  const at = (share: number) => Math.min(1, Math.max(0, share / most));
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    most,
    x: (share) => left + at(share) * (right - left),
    y: (share) => bottom - at(share) * (bottom - top),
  };
}

/** The end of an axis that shows shares up to `greatest`: the next tenth, a fifth at least, and 1 at most. */
export const axisEnd = (greatest: number): number => Math.min(1, Math.max(0.2, Math.ceil(greatest * 10 - 1e-9) / 10));
