import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../fixtures/refuses.ts';
import { dayMs } from './calendar.ts';
import { ago, duration, inWords, later, toMs } from './duration.ts';
import { parseInstant, toInstant } from './instant.ts';
import { parse } from './parse.ts';
import { dayOf, startOfDay } from './zone.ts';

const hourMs = dayMs / 24;
const anyUnit = fc.constantFrom('h', 'd', 'w', 'mo', 'y');
const anyCount = fc.integer({ min: 1, max: 60 });
const anyZone = fc.constantFrom(null, 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia');
const anyInstant = fc.integer({ min: parseInstant('1995-01-01T00:00Z'), max: parseInstant('2035-01-01T00:00Z') });
const aDay = fc.nat(dayMs);

const before = (iso: string, duration: string, zone: string | null) =>
  toInstant(ago(parseInstant(iso), duration, zone));
const after = (iso: string, duration: string, zone: string | null) =>
  toInstant(later(parseInstant(iso), duration, zone));

describe('duration', () => {
  it('is a whole number of hours, days, weeks, months or years', () => {
    for (const text of ['36h', '30d', '12w', '3mo', '1y', '9999y']) expect(parse(duration, text, 'it')).to.equal(text);
    for (const text of ['3m', '0d', '1.5d', '-1d', '10000d', '1month', 'mo', '3 mo', '3mo\n', '٣d']) {
      expect(refusals(() => parse(duration, text, 'it'))).to.deep.equal([
        `it must be a length of time such as 36h, 30d, 12w, 3mo (months) or 1y, not ${JSON.stringify(text)}.`,
      ]);
    }
  });

  it('has a length in milliseconds, the mean one where months differ, and words', () => {
    expect(['36h', '30d', '2w', '3mo', '1y'].map(toMs)).to.deep.equal(
      [1.5, 30, 14, 91.310625, 365.2425].map((days) => days * dayMs),
    );
    expect(toMs('12mo')).to.equal(toMs('1y'));
    expect(['1h', '36h', '1d', '30d', '1w', '12w', '1mo', '3mo', '1y', '2y'].map(inWords)).to.deep.equal([
      ...['1 hour', '36 hours', '1 day', '30 days', '1 week', '12 weeks', '1 month', '3 months', '1 year', '2 years'],
    ]);
  });
});

describe('ago and later', () => {
  it('keep the local time while clocks change, and count hours exactly', () => {
    const berlin = 'Europe/Berlin';
    expect(before('2026-03-30T07:00:00Z', '1d', berlin)).to.equal('2026-03-29T07:00:00.000Z');
    expect(before('2026-03-29T07:00:00Z', '1d', berlin)).to.equal('2026-03-28T08:00:00.000Z');
    expect(before('2026-03-29T07:00:00Z', '24h', berlin)).to.equal('2026-03-28T07:00:00.000Z');
    expect(before('2026-04-15T07:00:00Z', '4w', berlin)).to.equal('2026-03-18T08:00:00.000Z');
    expect(before('2026-04-15T07:00:00Z', '1mo', berlin)).to.equal('2026-03-15T08:00:00.000Z');
    expect(after('2026-10-24T07:00:00Z', '1d', berlin)).to.equal('2026-10-25T08:00:00.000Z');
    expect(after('2025-10-04T12:00:00Z', '1d', 'Australia/Lord_Howe')).to.equal('2025-10-05T11:30:00.000Z');
  });

  it('move a local time that was jumped over forward, and take the earlier of two', () => {
    expect(before('2026-03-30T00:30:00Z', '1d', 'Europe/Berlin')).to.equal('2026-03-29T01:30:00.000Z');
    expect(after('2026-03-07T07:30:00Z', '1d', 'America/New_York')).to.equal('2026-03-08T07:30:00.000Z');
    expect(after('2026-10-31T05:30:00Z', '1d', 'America/New_York')).to.equal('2026-11-01T05:30:00.000Z');
    // The day Apia skipped is the day after it.
    expect(before('2011-12-30T22:00:00Z', '1d', 'Pacific/Apia')).to.equal('2011-12-30T22:00:00.000Z');
  });

  it('end with a month that is too short', () => {
    expect(before('2026-03-31T12:00:00Z', '1mo', null)).to.equal('2026-02-28T12:00:00.000Z');
    expect(before('2024-03-31T12:00:00Z', '1mo', null)).to.equal('2024-02-29T12:00:00.000Z');
    expect(after('2024-02-29T12:00:00Z', '1y', null)).to.equal('2025-02-28T12:00:00.000Z');
    // 31 March by local time, still 30 March in UTC.
    expect(before('2026-03-30T22:30:00Z', '1mo', 'Europe/Berlin')).to.equal('2026-02-27T23:30:00.000Z');
  });

  it('reach the first and the last years there are', () => {
    expect(before('0001-03-01T00:00:00Z', '1mo', null)).to.equal('0001-02-01T00:00:00.000Z');
    expect(before('9999-12-31T23:00:00Z', '9998y', null)).to.equal('0001-12-31T23:00:00.000Z');
    expect(after('9999-12-31T23:00:00Z', '1mo', 'Asia/Kathmandu')).to.equal('+010000-01-31T23:00:00.000Z');
    expect(before('0001-01-01T00:00:00Z', '1d', 'America/New_York')).to.equal('0000-12-31T00:00:00.000Z');
  });

  it('never pass the instant they start from, and longer leads no less far', () => {
    fc.assert(
      fc.property(anyInstant, anyCount, anyUnit, anyZone, (ms, count, unit, zone) => {
        const text = `${count}${unit}`;
        expect(ago(ms, text, zone)).to.be.at.most(ms);
        expect(later(ms, text, zone)).to.be.at.least(ms);
        expect(ago(ms, `${count + 1}${unit}`, zone)).to.be.at.most(ago(ms, text, zone));
        expect(later(ms, `${count + 1}${unit}`, zone)).to.be.at.least(later(ms, text, zone));
      }),
      { numRuns: 2000 },
    );
  });

  it('rise with the instant, but by the hour clocks change or the days a month is short', () => {
    const most = (unit: string, zone: string | null) =>
      (unit === 'mo' || unit === 'y' ? 3 * dayMs : 0) + (zone === null || unit === 'h' ? 0 : hourMs);
    const zones = fc.constantFrom(null, 'Europe/Berlin', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(anyInstant, aDay, anyCount, anyUnit, zones, (ms, step, count, unit, zone) => {
        for (const move of [ago, later]) {
          const fallen = move(ms, `${count}${unit}`, zone) - move(ms + step, `${count}${unit}`, zone);
          expect(fallen).to.be.at.most(most(unit, zone));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('rise from the start of one day to the start of the next, in every zone and unit', () => {
    fc.assert(
      fc.property(anyInstant, anyCount, anyUnit, anyZone, (ms, count, unit, zone) => {
        const [first, next] = [startOfDay(dayOf(ms, zone), zone), startOfDay(dayOf(ms, zone) + 1, zone)];
        for (const move of [ago, later]) {
          expect(move(first, `${count}${unit}`, zone)).to.be.at.most(move(next, `${count}${unit}`, zone));
        }
      }),
    );
  });
});
