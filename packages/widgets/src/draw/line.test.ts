import { expect } from 'chai';
import fc from 'fast-check';
import { extent, line, nearest } from './line.ts';

const y = fc.option(fc.double({ min: 0, max: 200, noNaN: true }), { nil: null });
const points = fc.array(y, { maxLength: 60 }).map((ys) => ys.map((y, i) => ({ x: i * 3, y })));

describe('line', () => {
  it('joins what was observed and bridges what was not', () => {
    const drawn = line([
      { x: 0, y: 10 },
      { x: 10, y: 20 },
      { x: 20, y: null },
      { x: 30, y: 30 },
      { x: 40, y: 30 },
    ]);
    expect(drawn.solid).to.equal('M0 10L10 20M30 30L40 30');
    expect(drawn.gaps.map((gap) => gap.path)).to.deep.equal(['M10 20L30 30']);
    expect(drawn.alone).to.deep.equal([]);
  });

  it('draws nothing before the first observation and nothing after the last', () => {
    const drawn = line([
      { x: 0, y: null },
      { x: 10, y: 20 },
      { x: 20, y: 25 },
      { x: 30, y: null },
    ]);
    expect(drawn).to.deep.equal({ solid: 'M10 20L20 25', gaps: [], alone: [] });
  });

  it('keeps a lone observation as a point', () => {
    expect(line([{ x: 5, y: 7 }])).to.deep.equal({ solid: '', gaps: [], alone: [{ x: 5, y: 7 }] });
    expect(line([])).to.deep.equal({ solid: '', gaps: [], alone: [] });
    expect(line([{ x: 5, y: null }])).to.deep.equal({ solid: '', gaps: [], alone: [] });
  });

  it('shows every observed point once, in order of time, and never NaN', () => {
    fc.assert(
      fc.property(points, (given) => {
        const { solid, gaps, alone } = line(given);
        expect(solid).not.to.match(/NaN|null|Infinity/);
        const xs = [...solid.matchAll(/[ML]([\d.-]+) /g)].map((m) => Number(m[1]));
        expect([...xs].sort((a, b) => a - b)).to.deep.equal(xs);
        const seen = [...xs, ...alone.map((p) => p.x)].sort((a, b) => a - b);
        expect(seen).to.deep.equal(given.filter((p) => p.y !== null).map((p) => p.x));
        for (const gap of gaps) {
          const inside = given.filter((p) => p.x > gap.start.x && p.x < gap.end.x);
          expect(inside.length).to.be.above(0);
          expect(inside.every((p) => p.y === null)).to.equal(true);
        }
      }),
    );
  });

  it('knows how high the line stands between two places, bridges included', () => {
    const hill = [
      { x: 0, y: 100 },
      { x: 10, y: null },
      { x: 20, y: 0 },
    ];
    expect(extent(hill, 5, 10)).to.deep.equal({ top: 50, bottom: 75 });
    expect(extent(hill, 30, 40)).to.equal(null);
    expect(extent([], 0, 10)).to.equal(null);
  });

  it('finds the nearest place, the earlier of two as near', () => {
    expect([-9, 0, 4, 5, 6, 99].map((x) => nearest([0, 10, 20], x))).to.deep.equal([0, 0, 0, 0, 1, 2]);
    expect(nearest([], 3)).to.equal(-1);
    const rising = fc.uniqueArray(fc.integer(), { minLength: 1 }).map((xs) => xs.sort((a, b) => a - b));
    fc.assert(
      fc.property(rising, fc.integer(), (xs, x) => {
        const found = xs[nearest(xs, x)] ?? Number.NaN;
        expect(Math.abs(found - x)).to.equal(
          xs.reduce((least, other) => Math.min(least, Math.abs(other - x)), Infinity),
        );
      }),
    );
  });
});
