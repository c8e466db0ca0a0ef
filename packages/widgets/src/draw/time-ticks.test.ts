import { expect } from 'chai';
import fc from 'fast-check';
import { type TickUnit, timeTicks } from './time-ticks.ts';

const day = 86_400_000;
const word = (at: number, unit: TickUnit) => {
  const date = new Date(at).toUTCString();
  return unit === 'day' ? date.slice(5, 11) : unit === 'month' ? date.slice(8, 11) : date.slice(12, 16);
};
const room = (from: number, to: number, width: number) => ({
  x: (at: number) => 50 + (to === from ? 0 : ((at - from) / (to - from)) * width),
  left: 50,
  right: 50 + width + 20,
  word,
  measure: (text: string) => text.length * 7,
});
const at = (text: string) => Date.parse(text);
const ticks = (from: string, to: string, width: number) => timeTicks(at(from), at(to), room(at(from), at(to), width));
const texts = (from: string, to: string, width: number) => ticks(from, to, width).map((tick) => tick.text);

describe('time ticks', () => {
  it('marks quarters of a year where months would crowd', () => {
    expect(texts('2024-11-16', '2025-11-14', 396)).to.deep.equal(['Jan', 'Apr', 'Jul', 'Oct']);
    expect(texts('2024-11-16', '2025-11-14', 1140)).to.deep.equal(['Jan', 'Mar', 'May', 'Jul', 'Sep', 'Nov']);
  });

  it('marks Mondays over some weeks, days over a few days, years over many', () => {
    const weeks = ticks('2025-10-17', '2025-11-14', 396);
    expect(weeks.map((t) => new Date(t.at).getUTCDay())).to.deep.equal([1, 1, 1, 1]);
    expect(texts('2025-11-11', '2025-11-14', 396)).to.deep.equal(['11 Nov', '12 Nov', '13 Nov', '14 Nov']);
    expect(texts('2015-06-01', '2025-11-14', 396)).to.deep.equal(['2016', '2018', '2020', '2022', '2024']);
  });

  it('gives the year in place of January when months repeat', () => {
    expect(texts('2024-05-01', '2025-11-14', 396)).to.deep.equal(['Jul', '2025', 'Jul']);
  });

  it('gives one point its day, and nothing to nothing', () => {
    expect(texts('2025-11-14', '2025-11-14', 396)).to.deep.equal(['14 Nov']);
    expect(timeTicks(Number.NaN, Number.NaN, room(0, 1, 100))).to.deep.equal([]);
    expect(timeTicks(5, 1, room(1, 5, 100))).to.deep.equal([]);
    expect(texts('2024-11-16', '2025-11-14', 4).length).to.be.at.most(1);
  });

  it('never lets labels touch, leave the room or run backwards', () => {
    const moment = fc.integer({ min: at('1990-01-01'), max: at('2040-01-01') });
    const span = fc.integer({ min: 1, max: 20 * 365 });
    fc.assert(
      fc.property(moment, span, fc.integer({ min: 20, max: 1200 }), (from, length, width) => {
        const to = from + length * day;
        const drawn = timeTicks(from, to, room(from, to, width));
        let taken = Number.NEGATIVE_INFINITY;
        for (const tick of drawn) {
          const w = tick.text.length * 7;
          const left = tick.anchor === 'start' ? tick.x : tick.anchor === 'end' ? tick.x - w : tick.x - w / 2;
          expect(left).to.be.at.least(taken);
          expect(left).to.be.at.least(49);
          expect(left + w).to.be.at.most(50 + width + 21);
          expect(tick.at).to.be.within(from, to);
          taken = left + w;
        }
      }),
      { numRuns: 300 },
    );
  });
});
