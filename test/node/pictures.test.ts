import { expect } from 'chai';
import { PNG } from 'pngjs';
import { clearly, closely, differenceOf } from '../../scripts/pictures/compare.ts';
import { smallPng } from '../../scripts/pictures/small-png.ts';

type Rgb = readonly [number, number, number];

/** A picture of 200 × 100 whose pixels are what `colourAt` says. */
function drawn(colourAt: (x: number, y: number) => Rgb): Uint8Array {
  const png = new PNG({ width: 200, height: 100 });
  for (let y = 0; y < 100; y++) for (let x = 0; x < 200; x++) png.data.set([...colourAt(x, y), 255], (y * 200 + x) * 4);
  return PNG.sync.write(png);
}

const white: Rgb = [255, 255, 255];
const rule = (stroke: number, colour: Rgb = [20, 80, 180]) =>
  drawn((x, y) => (y >= 50 && y < 50 + stroke && x > 20 ? colour : white));

const share = (kept: Uint8Array, taken: Uint8Array) => differenceOf(kept, taken, clearly).share;

describe('pictures', () => {
  it('differ by a stroke a pixel wider, and by its colour, of which each is more than is let through', () => {
    expect(share(rule(3), rule(3))).to.equal(0);
    expect(share(rule(3), rule(4))).to.be.above(clearly.tolerance);
    expect(share(rule(3), rule(3, [168, 27, 39]))).to.be.above(clearly.tolerance);
  });

  it('differ where one is larger than the other', () => {
    const larger = new PNG({ width: 200, height: 140 });
    larger.data.fill(255);
    expect(
      share(
        drawn(() => white),
        PNG.sync.write(larger),
      ),
    ).to.be.above(clearly.tolerance);
  });

  it('are no other for a few pixels that smooth an edge otherwise', () => {
    const slope = (lean: number) =>
      drawn((x, y) => {
        const grey = Math.round(255 * Math.min(1, Math.max(0, y - x / 3 - lean)));
        return [grey, grey, grey];
      });
    expect(differenceOf(slope(0), slope(0.3), closely).share).to.be.above(closely.tolerance);
    expect(share(slope(0), slope(0.3))).to.be.at.most(clearly.tolerance);
  });

  it('are kept with a byte a pixel, and what is drawn often in its own colour', () => {
    const many = drawn((x, y) => [x, y * 2, (x * y) % 256]);
    const small = smallPng(many);
    expect(small.length).to.be.below(many.length);
    expect(PNG.sync.read(Buffer.from(small))).to.include({ width: 200, height: 100 });
    const few = rule(3);
    expect(PNG.sync.read(Buffer.from(smallPng(few))).data.equals(PNG.sync.read(Buffer.from(few)).data)).to.equal(true);
    expect(smallPng(few)).to.deep.equal(smallPng(few));
  });
});
