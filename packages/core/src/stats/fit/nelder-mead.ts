/**
 * A low place of a function near a start, found by folding a simplex over it; one step to each side of it at first.
 * Ends when all its corners agree to 1e-9, or after 4,000 folds. Nelder & Mead, Computer Journal 7 (1965) 308.
 */
export function nelderMead(height: (at: readonly number[]) => number, start: readonly number[]): readonly number[] {
  const corner = (at: readonly number[]) => ({ at, height: height(at) });
  const corners = [start, ...start.map((_, k) => start.map((value, i) => value + Number(i === k)))].map(corner);
  for (let folds = 0; folds < 4000; folds++) {
    corners.sort((a, b) => a.height - b.height);
    const [best, worst] = [corners[0], corners.at(-1)] as [(typeof corners)[0], (typeof corners)[0]];
    const second = corners.at(-2) as typeof worst;
    const width = Math.max(...corners.flatMap(({ at }) => at.map((value, k) => Math.abs(value - (best.at[k] ?? 0)))));
    if (width < 1e-9) break;
    const middle = start.map(
      (_, k) => corners.slice(0, -1).reduce((total, { at }) => total + (at[k] as number), 0) / start.length,
    );
    const beyond = (by: number) => corner(middle.map((value, k) => value + by * (value - (worst.at[k] as number))));
    const across = beyond(1);
    if (across.height < best.height) {
      const further = beyond(2);
      corners.splice(-1, 1, further.height < across.height ? further : across);
    } else if (across.height < second.height) corners.splice(-1, 1, across);
    else {
      const inside = beyond(across.height < worst.height ? 0.5 : -0.5);
      if (inside.height < Math.min(across.height, worst.height)) corners.splice(-1, 1, inside);
      else {
        const drawn = corners.slice(1).map(({ at }) => corner(at.map((value, k) => (value + (best.at[k] ?? 0)) / 2)));
        corners.splice(1, drawn.length, ...drawn);
      }
    }
  }
  return corners.reduce((best, one) => (one.height < best.height ? one : best)).at;
}
