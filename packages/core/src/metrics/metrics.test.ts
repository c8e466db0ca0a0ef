import { expect } from 'chai';
import fc from 'fast-check';
import { bands } from './bands.ts';
import { flag } from './flag.ts';
import { range } from './range.ts';
import { recency } from './recency.ts';

const common = { id: 'x', measure: 'm' };
const number = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('range', () => {
  const seats = { kind: 'range', ...common, worst: 0, best: 0.85 } as const;

  it('is 0 at worst, 100 at best, straight between, held outside', () => {
    expect([-1, 0, 0.425, 0.85, 2].map((value) => range.score(seats, value))).to.deep.equal([0, 0, 50, 100, 100]);
  });

  it('may run downwards', () => {
    const days = { kind: 'range', ...common, worst: 30, best: 0 } as const;
    expect([40, 30, 15, 0].map((value) => range.score(days, value))).to.deep.equal([0, 0, 50, 100]);
  });

  it('does not apply to what lies outside where that is to be ignored, and does at the ends', () => {
    const nps = { kind: 'range', ...common, worst: 0, best: 10, outside: 'ignore' } as const;
    expect([-1, 0, 5, 10, 11].map((value) => range.score(nps, value))).to.deep.equal([null, 0, 50, 100, null]);
    const days = { ...nps, worst: 30, best: 0 } as const;
    expect([31, 30, 0, -1].map((value) => range.score(days, value))).to.deep.equal([null, 0, 100, null]);
    const held = { ...nps, outside: 'clamp' } as const;
    expect([-1, 11].map((value) => range.score(held, value))).to.deep.equal([0, 100]);
  });

  it('never falls as the value gets better', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: 1, max: 1000 }),
        number,
        number,
        (worst, span, a, b) => {
          const metric = { kind: 'range', ...common, worst, best: worst + span } as const;
          const [less, more] = a < b ? [a, b] : [b, a];
          expect(range.score(metric, less)).to.be.at.most(Number(range.score(metric, more)));
        },
      ),
    );
  });
});

describe('bands', () => {
  const metric = {
    kind: 'bands',
    ...common,
    bands: [
      { from: 0, score: 100 },
      { from: 1, score: 40 },
      { from: 3, score: 0 },
    ],
  } as const;
  const score = (value: number) => bands.score({ ...metric, bands: [...metric.bands] }, value);

  it('gives an edge to the band that starts there', () => {
    expect([0, 0.999, 1, 2.999, 3, 1e9].map(score)).to.deep.equal([100, 100, 40, 40, 0, 0]);
  });

  it('gives what lies below the first edge to the first band', () => {
    expect(score(-5)).to.equal(100);
  });

  it('always gives one of its own scores', () => {
    fc.assert(
      fc.property(number, (value) => {
        expect([100, 40, 0]).to.include(score(value));
      }),
    );
  });
});

describe('flag', () => {
  it('gives one score for yes and another for no', () => {
    const metric = { kind: 'flag', ...common, whenTrue: 20, whenFalse: 100 } as const;
    expect([0, 1, 7, -1].map((value) => flag.score(metric, value))).to.deep.equal([100, 20, 20, 20]);
  });
});

describe('recency', () => {
  const metric = { kind: 'recency', ...common, halfLife: '45d' } as const;

  it('halves with every half-life', () => {
    expect([-3, 0, 45, 90].map((days) => recency.score(metric, days))).to.deep.equal([100, 100, 50, 25]);
  });

  it('never rises with time', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [sooner, later] = a < b ? [a, b] : [b, a];
        expect(recency.score(metric, sooner)).to.be.at.least(Number(recency.score(metric, later)));
      }),
    );
  });
});
