import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../fixtures/refuses.ts';
import { dayMs } from './calendar.ts';
import { parseInstant, toInstant } from './instant.ts';
import { parse } from './parse.ts';
import { window, windowAt, windowInWords } from './window.ts';
import { dayOf } from './zone.ts';

const units = ['day', 'week', 'month', 'quarter', 'year'];
const anyUnit = fc.constantFrom(...units);
const anyZone = fc.constantFrom(null, 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia');
const anyInstant = fc.oneof(
  fc.integer({ min: parseInstant('0003-01-01T00:00Z'), max: parseInstant('9998-01-01T00:00Z') }),
  fc.integer({ min: parseInstant('2009-01-01T00:00Z'), max: parseInstant('2014-01-01T00:00Z') }),
);
const at = (window: string, now: string, zone: string | null) => {
  const { from, to } = windowAt(window, parseInstant(now), zone);
  return `${toInstant(from).slice(0, 16)} ${toInstant(to).slice(0, 16)}`;
};

describe('window', () => {
  it('is a duration or a calendar window', () => {
    for (const text of ['30d', '3mo', ...units.flatMap((unit) => [`this-${unit}`, `last-${unit}`])]) {
      expect(parse(window, text, 'within')).to.equal(text);
    }
    for (const text of ['next-week', 'this-decade', 'last-', '3m', 'this-month ', '30d|this-month']) {
      expect(refusals(() => parse(window, text, 'within'))).to.deep.equal([
        `within must be a length of time such as 36h, 30d, 12w, 3mo (months) or 1y, or a calendar window such as this-month or last-quarter, not ${JSON.stringify(text)}.`,
      ]);
    }
  });

  it('says when it is', () => {
    const words = ['30d', '1mo', '36h', 'this-day', 'last-day', 'this-week', 'last-quarter'].map(windowInWords);
    expect(words).to.deep.equal([
      ...['in the last 30 days', 'in the last month', 'in the last 36 hours', 'today', 'yesterday', 'this week'],
      'last quarter',
    ]);
  });
});

describe('windowAt', () => {
  it('rolls back from now', () => {
    expect(at('36h', '2026-03-30T12:00Z', 'Europe/Berlin')).to.equal('2026-03-29T00:00 2026-03-30T12:00');
    expect(at('3mo', '2026-05-31T12:00Z', null)).to.equal('2026-02-28T12:00 2026-05-31T12:00');
  });

  it('follows the calendar, with weeks from Monday', () => {
    // A Sunday.
    const now = '2026-11-22T05:00Z';
    expect(at('this-day', now, null)).to.equal('2026-11-22T00:00 2026-11-22T05:00');
    expect(at('last-day', now, null)).to.equal('2026-11-21T00:00 2026-11-22T00:00');
    expect(at('this-week', now, null)).to.equal('2026-11-16T00:00 2026-11-22T05:00');
    expect(at('last-week', now, null)).to.equal('2026-11-09T00:00 2026-11-16T00:00');
    expect(at('this-month', now, null)).to.equal('2026-11-01T00:00 2026-11-22T05:00');
    expect(at('last-month', now, null)).to.equal('2026-10-01T00:00 2026-11-01T00:00');
    expect(at('this-quarter', now, null)).to.equal('2026-10-01T00:00 2026-11-22T05:00');
    expect(at('last-quarter', now, null)).to.equal('2026-07-01T00:00 2026-10-01T00:00');
    expect(at('this-year', now, null)).to.equal('2026-01-01T00:00 2026-11-22T05:00');
    expect(at('last-year', now, null)).to.equal('2025-01-01T00:00 2026-01-01T00:00');
    expect(at('last-month', '2026-01-05T00:00Z', null)).to.equal('2025-12-01T00:00 2026-01-01T00:00');
    expect(at('last-quarter', '2026-01-05T00:00Z', null)).to.equal('2025-10-01T00:00 2026-01-01T00:00');
  });

  it('begins where the zone does', () => {
    // Already November in Berlin, where October was an hour longer.
    expect(at('last-month', '2026-10-31T23:30Z', 'Europe/Berlin')).to.equal('2026-09-30T22:00 2026-10-31T23:00');
    expect(at('last-month', '2026-10-31T23:30Z', null)).to.equal('2026-09-01T00:00 2026-10-01T00:00');
    expect(at('last-day', '2011-12-30T22:00Z', 'Pacific/Apia')).to.equal('2011-12-30T10:00 2011-12-30T10:00');
    expect(at('this-week', '1970-01-01T12:00Z', null)).to.equal('1969-12-29T00:00 1970-01-01T12:00');
  });

  it('lays windows end to end: the last one ends where this one starts, and this one at now', () => {
    fc.assert(
      fc.property(anyInstant, anyUnit, anyZone, (now, unit, zone) => {
        const last = windowAt(`last-${unit}`, now, zone);
        const current = windowAt(`this-${unit}`, now, zone);
        expect(last.to).to.equal(current.from);
        expect(last.from).to.be.at.most(last.to);
        expect(current.from).to.be.at.most(now);
        expect(current.to).to.equal(now);
        // A day that was skipped holds no instant to look from.
        if (last.from < last.to) expect(windowAt(`this-${unit}`, last.to - 1, zone).from).to.equal(last.from);
      }),
      { numRuns: 2000 },
    );
  });

  it('begins weeks on Mondays, and the others on the first', () => {
    fc.assert(
      fc.property(anyInstant, anyUnit, (now, unit) => {
        const first = new Date(windowAt(`this-${unit}`, now, null).from);
        expect(first.getTime() % dayMs).to.be.oneOf([0, -0]);
        expect(dayOf(now) - dayOf(first.getTime())).to.be.below(
          { day: 1, week: 7, month: 31, quarter: 92, year: 366 }[unit] ?? 0,
        );
        if (unit === 'week') expect(first.getUTCDay()).to.equal(1);
        else if (unit !== 'day') expect(first.getUTCDate()).to.equal(1);
        if (unit === 'quarter') expect(first.getUTCMonth() % 3).to.equal(0);
        if (unit === 'year') expect(first.getUTCMonth()).to.equal(0);
      }),
      { numRuns: 1000 },
    );
  });
});
