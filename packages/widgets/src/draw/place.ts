/** A rectangle in px; y grows downwards. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Whether two rectangles share any area. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The box of a line of text whose baseline starts, is centred or ends at `x`; its height is that of figures and capitals. */
export function textBox(
  x: number,
  baseline: number,
  width: number,
  anchor: 'start' | 'middle' | 'end',
  height = 10,
): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: baseline - height, bottom: baseline + 3 };
}

/** The first candidate that lies within `bounds` and keeps clear of all that is `taken`; null when none does. */
export function firstFree<T extends { box: Box }>(
  candidates: readonly T[],
  taken: readonly Box[],
  bounds: Box,
): T | null {
  const free = ({ box }: T) =>
    box.left >= bounds.left &&
    box.right <= bounds.right &&
    box.top >= bounds.top &&
    box.bottom <= bounds.bottom &&
    !taken.some((other) => overlap(box, other));
  return candidates.find(free) ?? null;
}
