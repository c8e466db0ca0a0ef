import { expect } from 'chai';
import { read } from '../fixtures/read.ts';

const m = { kind: 'response-time', event: 'ticket', within: '30d' } as const;
const ticket = (at: string, until: string | null, priority = 'high') => ({
  name: 'ticket',
  at,
  until,
  properties: { priority },
});
/** Tickets that took so many days and were resolved on 10 November. */
const took = (...days: number[]) =>
  days.map((length) => {
    const until = Date.parse('2026-11-10T00:00:00.000Z');
    return ticket(new Date(until - length * 86_400_000).toISOString(), new Date(until).toISOString());
  });

describe('response-time', () => {
  it('is the median of those that ended, the average or what nine in ten took at most when asked for', () => {
    const events = took(1, 2, 3, 4, 90);
    expect(read({ m }, { events }).m).to.deep.include({ value: 3, parts: { n: 5 } });
    expect(read({ m: { ...m, as: 'average' } }, { events }).m?.value).to.equal(20);
    expect(read({ m: { ...m, as: 'p90' } }, { events }).m?.value).to.be.closeTo(4 + 86 * 0.6, 1e-9);
  });

  it('takes one with a count for as many', () => {
    const [short = {}, ...long] = took(2, 3, 10);
    const events = [...long, { ...short, count: 2 }];
    expect(read({ m }, { events }).m).to.deep.include({ value: 2.5, parts: { n: 4 } });
    expect(read({ m: { ...m, as: 'average' } }, { events }).m?.value).to.equal(4.25);
    expect(read({ m: { ...m, as: 'p90' } }, { events }).m?.value).to.be.closeTo(7.9, 1e-9);
  });

  it('takes those that ended within the window, whenever they began', () => {
    const events = [
      ticket('2026-01-01T00:00:00.000Z', '2026-10-15T08:59:59.999Z'),
      ticket('2026-10-14T09:00:00.000Z', '2026-10-15T09:00:00.000Z'),
      ticket('2026-11-01T00:00:00.000Z', '2026-11-14T09:00:00.000Z'),
      ticket('2026-11-13T00:00:00.000Z', null),
    ];
    expect(read({ m }, { events }).m).to.deep.include({ value: 1, parts: { n: 1 } });
  });

  it('is of those that match, and not of what ends before it begins', () => {
    const events = [...took(2), ticket('2026-11-12T00:00:00.000Z', '2026-11-10T00:00:00.000Z')];
    expect(read({ m }, { events }).m?.parts?.n).to.equal(1);
    expect(read({ m: { ...m, where: { priority: 'low' } } }, { events }).m?.value).to.equal(null);
  });

  it('is missing when none has ended, and when nobody records them', () => {
    expect(read({ m }, { events: [ticket('2026-11-01T00:00:00.000Z', null)] }).m?.value).to.equal(null);
    expect(read({ m }, { events: took(1), tracked: [] }).m?.value).to.equal(null);
  });
});
