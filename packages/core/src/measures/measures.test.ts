import { expect } from 'chai';
import { read } from '../fixtures/read.ts';
import { activeDays } from './active-days.ts';

const now = Date.parse('2026-11-14T09:00:00.000Z');
const use = (at: string, more: object = {}) => ({ name: 'use', at, ...more });

describe('fact', () => {
  const seats = { m: { kind: 'fact', name: 'seats' } } as const;

  it('is the number, with its date; 1 and 0 for true and false', () => {
    const at = '2026-10-01T00:00:00.000Z';
    expect(read(seats, { facts: { seats: { value: 60, at } } }).m).to.deep.equal({ value: 60, at: Date.parse(at) });
    expect(read(seats, { facts: { seats: true } }).m).to.deep.equal({ value: 1, at: null });
    expect(read(seats, { facts: { seats: false } }).m).to.deep.equal({ value: 0, at: null });
  });

  it('is missing when absent, null, text, or from the future', () => {
    for (const facts of [
      {},
      { seats: null },
      { seats: 'sixty' },
      { seats: { value: 1, at: '2026-11-15T00:00:00.000Z' } },
    ]) {
      expect(read(seats, { facts }).m?.value).to.equal(null);
    }
    expect(read({ m: { kind: 'fact', name: 'constructor' } }, { facts: {} }).m?.value).to.equal(null);
  });
});

describe('count', () => {
  const week = { m: { kind: 'count', event: 'use', within: '7d' } } as const;

  it('counts in [now − 7 days, now): the start belongs, the end does not', () => {
    const events = [
      use('2026-11-07T09:00:00.000Z'),
      use('2026-11-07T08:59:59.999Z'),
      use('2026-11-14T08:59:59.999Z'),
      use('2026-11-14T09:00:00.000Z'),
      use('2027-01-01T00:00:00.000Z'),
    ];
    expect(read(week, { events }).m).to.deep.equal({ value: 2, at: now });
  });

  it('adds up rows that stand for several', () => {
    const events = [use('2026-11-10T00:00:00.000Z', { count: 5 }), use('2026-11-11T00:00:00.000Z')];
    expect(read(week, { events }).m?.value).to.equal(6);
  });

  it('is 0 when it never happened, and missing when nobody records it', () => {
    expect(read(week, { events: [] }).m?.value).to.equal(0);
    expect(read(week, {}).m?.value).to.equal(null);
    expect(read(week, { tracked: ['ticket'] }).m?.value).to.equal(null);
    expect(read(week, { tracked: ['use'] }).m?.value).to.equal(0);
  });

  it('asks for properties: one value, or one of a list', () => {
    const events = ['low', 'high', 'urgent'].map((priority) =>
      use('2026-11-10T00:00:00.000Z', { properties: { priority } }),
    );
    const where = (priority: string | string[]) => ({ m: { ...week.m, where: { priority } } });
    expect(read(where('high'), { events }).m?.value).to.equal(1);
    expect(read(where(['high', 'urgent']), { events }).m?.value).to.equal(2);
    expect(read(where('toString'), { events }).m?.value).to.equal(0);
  });
});

describe('distinct', () => {
  const users = { m: { kind: 'distinct', event: 'use', of: 'user', within: '7d' } } as const;

  it('counts different users', () => {
    const events = ['ann', 'bo', 'ann'].map((user) => use('2026-11-10T00:00:00.000Z', { user }));
    expect(read(users, { events }).m?.value).to.equal(2);
  });

  it('is missing, not 0, when something happened and nobody can say by whom', () => {
    expect(read(users, { events: [use('2026-11-10T00:00:00.000Z')] }).m?.value).to.equal(null);
    expect(read(users, { events: [] }).m?.value).to.equal(0);
  });
});

describe('active-days', () => {
  it('counts days in UTC, whatever the order of events', () => {
    const events = [
      '2026-11-10T23:59:59.999Z',
      '2026-11-09T12:00:00.000Z',
      '2026-11-11T00:00:00.000Z',
      '2026-11-10T01:00:00.000Z',
    ];
    const measures = { m: { kind: 'active-days', event: 'use', within: '7d' } } as const;
    expect(read(measures, { events: events.map((at) => use(at)) }).m).to.deep.equal({
      value: 3,
      at: now,
      parts: { part: 3, whole: 8 },
    });
  });

  it('says of how many dates, since a window of seven days that begins in one touches eight', () => {
    const said = (within: string) =>
      activeDays.detail?.({ part: 0, whole: 8 }, String, { kind: 'active-days', event: 'use', within });
    expect(said('7d')).to.equal('0 of 8 dates in the last 7 days');
    expect(said('this-month')).to.equal('0 of 8 dates this month');
  });
});

describe('a window of days', () => {
  it('never has more active days than it touches', () => {
    const measures = { m: { kind: 'active-days', event: 'use', within: '24h' } } as const;
    const events = [use('2026-11-13T10:00:00.000Z'), use('2026-11-14T08:00:00.000Z')];
    expect(read(measures, { events }).m?.parts).to.deep.equal({ part: 2, whole: 2 });
    expect(read(measures, { events }, '2026-11-14T00:00:00.000Z').m?.parts).to.deep.equal({ part: 1, whole: 1 });
  });
});

describe('since', () => {
  it('is days since the last time, and missing when there was none', () => {
    const measures = { m: { kind: 'since', event: 'use' } } as const;
    const events = [use('2026-11-01T09:00:00.000Z'), use('2026-11-12T21:00:00.000Z'), use('2026-11-20T00:00:00.000Z')];
    expect(read(measures, { events }).m?.value).to.equal(1.5);
    expect(read(measures, {}).m?.value).to.equal(null);
  });

  it('without an event, is days since the account began', () => {
    const measures = { m: { kind: 'since' } } as const;
    expect(read(measures, { since: '2026-11-04T09:00:00.000Z' }).m?.value).to.equal(10);
    expect(read(measures, {}).m?.value).to.equal(null);
    expect(read(measures, { since: '2027-01-01T00:00:00.000Z' }).m?.value).to.equal(null);
  });
});

describe('open', () => {
  const ticket = (at: string, until: string | null, priority = 'urgent') => ({
    name: 'ticket',
    at,
    until,
    properties: { priority },
  });
  const measures = { m: { kind: 'open', event: 'ticket', where: { priority: 'urgent' }, longerThan: '3d' } } as const;

  it('counts what is open now and has been long enough, to the instant', () => {
    const events = [
      ticket('2026-11-11T09:00:00.000Z', null),
      ticket('2026-11-11T09:00:00.001Z', null),
      ticket('2026-11-01T09:00:00.000Z', '2026-11-14T09:00:00.000Z'),
      ticket('2026-11-04T09:00:00.000Z', '2026-11-14T09:00:00.001Z'),
      ticket('2026-11-01T09:00:00.000Z', null, 'low'),
    ];
    expect(read(measures, { events }).m).to.deep.equal({ value: 2, at: now, parts: { count: 2, days: 10 } });
  });

  it('is 0 when nothing is open', () => {
    expect(read(measures, { events: [] }).m).to.deep.equal({ value: 0, at: now });
  });
});

describe('ratio', () => {
  const measures = {
    part: { kind: 'fact', name: 'part' },
    whole: { kind: 'fact', name: 'whole' },
    m: { kind: 'ratio', of: 'part', over: 'whole' },
  } as const;

  it('divides, and shows what', () => {
    expect(read(measures, { facts: { part: 41, whole: 60 } }).m).to.deep.equal({
      value: 41 / 60,
      at: null,
      parts: { part: 41, whole: 60 },
    });
  });

  it('is missing over 0, over nothing, and when it overflows', () => {
    for (const facts of [{ part: 1, whole: 0 }, { part: 1 }, { whole: 1 }, { part: 1e308, whole: 1e-10 }]) {
      expect(read(measures, { facts }).m?.value).to.equal(null);
    }
  });

  it('is as old as the older of the two', () => {
    const [old, young] = ['2026-01-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'];
    expect(read(measures, { facts: { part: { value: 1, at: young }, whole: { value: 2, at: old } } }).m?.at).to.equal(
      Date.parse(old),
    );
  });
});

describe('change', () => {
  const measures = {
    uses: { kind: 'count', event: 'use', within: '7d' },
    m: { kind: 'change', of: 'uses', over: '7d' },
  } as const;
  const at = (day: string, count: number) => use(`2026-11-${day}T00:00:00.000Z`, { count });

  it('is the share gained or lost against the window before', () => {
    expect(read(measures, { events: [at('05', 56), at('12', 41)] }).m).to.deep.equal({
      value: (41 - 56) / 56,
      at: now,
      parts: { now: 41, before: 56 },
    });
  });

  it('is missing against 0, and for an account too young to have had a window before', () => {
    expect(read(measures, { events: [at('12', 41)] }).m?.value).to.equal(null);
    const events = [at('05', 56), at('12', 41)];
    expect(read(measures, { events, since: '2026-10-31T09:00:00.001Z' }).m?.value).to.equal(null);
    expect(read(measures, { events, since: '2026-10-31T09:00:00.000Z' }).m?.value).to.be.below(0);
  });
});
