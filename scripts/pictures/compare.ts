import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** The side of a square in which pixels are counted: a small change in a large picture is still a large part of its square. */
const side = 64;

/** How closely two pictures are compared. */
export interface Look {
  /** Whether pixels count that only smooth an edge. */
  readonly includeAA: boolean;
  /** The most of a square's pixels that may differ. */
  readonly tolerance: number;
}

/** As whoever takes a picture does, on one machine: there the same pixels come again, and a quarter of a pixel more of a stroke is 36 of 4096. */
export const closely: Look = { includeAA: true, tolerance: 0.005 };

/** As a test does, on any machine: where another rasteriser smooths the same edges, up to 27 of 4096 were seen to differ; a letter is more. */
export const clearly: Look = { includeAA: false, tolerance: 0.01 };

/** How a picture differs from the one that was kept. */
export interface Difference {
  /** Of the square where most pixels differ, those that do: 0 to 1. */
  readonly share: number;
  /** What differs, in red on no ground, as PNG. */
  picture(): Uint8Array;
}

/** The picture on a ground of no colour that is as large as asked. */
function onGround(picture: PNG, width: number, height: number): PNG {
  if (picture.width === width && picture.height === height) return picture;
  const ground = new PNG({ width, height });
  PNG.bitblt(picture, ground, 0, 0, picture.width, picture.height, 0, 0);
  return ground;
}

/** The largest number of marked pixels in one square. */
function mostInOneSquare({ width, data }: PNG): number {
  const across = Math.ceil(width / side);
  const counts = new Map<number, number>();
  for (let place = 0; place < data.length; place += 4) {
    if (data[place + 3] === 0) continue;
    const pixel = place / 4;
    const square = Math.floor(pixel / width / side) * across + Math.floor((pixel % width) / side);
    counts.set(square, (counts.get(square) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/** How one PNG differs from another. */
export function differenceOf(kept: Uint8Array, taken: Uint8Array, { includeAA }: Look): Difference {
  const [one, other] = [PNG.sync.read(Buffer.from(kept)), PNG.sync.read(Buffer.from(taken))];
  const [width, height] = [Math.max(one.width, other.width), Math.max(one.height, other.height)];
  const marked = new PNG({ width, height });
  const [before, after] = [onGround(one, width, height), onGround(other, width, height)];
  // Of shades, such as the small kept PNG takes together, none is as far apart.
  pixelmatch(before.data, after.data, marked.data, width, height, { diffMask: true, includeAA, threshold: 0.05 });
  return { share: mostInOneSquare(marked) / side ** 2, picture: () => PNG.sync.write(marked) };
}
