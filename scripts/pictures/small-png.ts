import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** As many as one byte tells apart. */
const most = 256;

const channels = (colour: number) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255] as const;

/** The square of how far two colours are apart. */
function apart(one: number, other: number): number {
  const red = (one & 255) - (other & 255);
  const green = ((one >> 8) & 255) - ((other >> 8) & 255);
  const blue = ((one >> 16) & 255) - ((other >> 16) & 255);
  return red * red + green * green + blue * blue;
}

/** Colours of which every one given has one within `reach`; the frequent first, each as it is. */
function within(reach: number, colours: readonly number[]): number[] {
  const palette: number[] = [];
  for (const colour of colours) {
    if (palette.length > most) break;
    if (!palette.some((one) => apart(one, colour) <= reach * reach)) palette.push(colour);
  }
  return palette;
}

/** The least reach with which a byte is enough: what is drawn thousands of times stays, shades at the edges of letters give. */
function paletteOf(colours: readonly number[]): number[] {
  for (let reach = 0; ; reach++) {
    const palette = within(reach, colours);
    if (palette.length <= most) return palette;
  }
}

function chunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** Writes `width` × `height` places in a palette of colours as PNG. */
function indexed(width: number, height: number, palette: readonly number[], places: Uint8Array): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++)
    rows.set(places.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('PLTE', Uint8Array.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** The same picture with a byte a pixel, without its transparency: a third of the bytes, and the same for the same pixels. */
export function smallPng(png: Uint8Array): Uint8Array {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  const pixels = Uint32Array.from({ length: width * height }, (_, place) => data.readUInt32LE(place * 4) & 0xffffff);
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const colours = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a - b);
  const palette = paletteOf(colours);
  const nearest = (colour: number) =>
    palette.reduce((best, one, place) => (apart(one, colour) < apart(palette[best] ?? 0, colour) ? place : best), 0);
  const placeOf = new Map(colours.map((colour) => [colour, nearest(colour)]));
  return indexed(
    width,
    height,
    palette,
    Uint8Array.from(pixels, (pixel) => placeOf.get(pixel) ?? 0),
  );
}
