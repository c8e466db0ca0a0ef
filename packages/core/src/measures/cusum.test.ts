import { expect } from 'chai';
import fc from 'fast-check';
import { refusedMeasures } from '../fixtures/measuring.ts';
import { read } from '../fixtures/read.ts';
import { cusum as cusumOf } from '../stats/change/cusum.ts';
import { cusum } from './cusum.ts';

const weekMs = 604_800_000;
const now = Date.parse('2026-11-14T09:00:00.000Z');
const tickets = { kind: 'count', event: 'ticket', within: '1w' } as const;
const gathered = { kind: 'cusum', of: 'tickets', every: '1w', last: 3, before: 4, direction: 'up' } as const;
/** Tickets in each week, the newest first. */
const weekly = (...counts: number[]) =>
  counts.flatMap((count, ago) =>
    count === 0 ? [] : [{ name: 'ticket', at: new Date(now - 3_600_000 - ago * weekMs).toISOString(), count }],
  );
const reading = (account: object, m: object = {}) => read({ tickets, m: { ...gathered, ...m } }, account).m;

describe('cusum', () => {
  it('gathers what the last values are above what was usual before them, less the slack of each', () => {
    // Usual 4, a deviation 1: (5 − 4) − 0.5 + (6 − 4) − 0.5 + (7 − 4) − 0.5.
    expect(reading({ events: weekly(7, 6, 5, 4, 4, 4, 4) }, { leastDeviation: 1 })).to.deep.equal({
      value: 4.5,
      at: now,
      parts: { now: 7, usual: 4 },
    });
  });

  it('begins again from 0 where there was less than usual, and turns about downwards', () => {
    const events = weekly(6, 1, 9, 4, 4, 4, 4);
    expect(reading({ events }, { leastDeviation: 1 })?.value).to.equal(0 + 4.5 - 3.5 + 1.5);
    expect(reading({ events }, { leastDeviation: 1, direction: 'down' })?.value).to.equal(0 + 2.5 - 2.5);
    expect(reading({ events }, { leastDeviation: 1, slack: 2 })?.value).to.equal(0);
  });

  it('is what the chart of CUSUM says of the same deviations', () => {
    const count = fc.integer({ min: 0, max: 20 });
    const directions = fc.constantFrom('up' as const, 'down' as const);
    fc.assert(
      fc.property(fc.tuple(count, count, count), directions, ([a, b, c], direction) => {
        const read = reading({ events: weekly(c, b, a, 5, 7, 9, 11) }, { direction });
        // Usual 8, away from it by 3, 1, 1, 3: 2 in the middle.
        const deviations = [a, b, c].map((value) => (value - 8) / (2 * 1.4826));
        const points = cusumOf(deviations, { target: 0, slack: 0.5, limit: 4 });
        expect(read?.value).to.be.closeTo(points[2]?.[direction] ?? Number.NaN, 1e-9);
      }),
    );
  });

  it('passes over a watched value that is not known', () => {
    const seats = {
      seats: { kind: 'fact', name: 'seats' },
      m: { ...gathered, of: 'seats', leastDeviation: 1 },
    } as const;
    const at = (ago: number) => new Date(now - ago * weekMs).toISOString();
    const facts = [
      { value: 4, at: at(30) },
      { value: null, at: at(1.5) },
      { value: 9, at: at(0.5) },
    ];
    expect(read(seats, { facts: { seats: facts } }).m?.value).to.equal(4.5);
  });

  it('is missing where a deviation is 0, and without enough history; never 0 for that', () => {
    const events = weekly(7, 6, 5, 4, 4, 4, 4);
    expect(reading({ events })?.value).to.equal(null);
    // Windows of the last watched week and of three before it.
    const since = (at: string) =>
      reading({ events: weekly(4, 4, 4, 4, 4, 4), since: at }, { leastDeviation: 1 })?.value;
    expect(since('2026-10-03T09:00:00.000Z')).to.equal(0);
    expect(since('2026-10-03T09:00:00.001Z')).to.equal(null);
    expect(reading({})?.value).to.equal(null);
  });

  it('says what is and what is usual', () => {
    expect(cusum.detail?.({ now: 7, usual: 4 }, String, gathered)).to.equal('7 now, usually 4');
  });

  it('is refused without a direction, and with a slack below 0', () => {
    const { direction: _, ...undirected } = gathered;
    expect(refusedMeasures({ tickets, m: undirected })).to.have.length(1);
    expect(refusedMeasures({ tickets, m: { ...gathered, slack: -1 } })).to.deep.equal([
      'measures.m.slack must be at least 0, not -1.',
    ]);
  });
});
