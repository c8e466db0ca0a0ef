import { expect } from 'chai';
import { modelMeasuring, refusedMeasures } from '../fixtures/measuring.ts';
import { read } from '../fixtures/read.ts';
import { buildReport, type Measure, parseAccount } from '../index.ts';

const now = Date.parse('2026-11-14T09:00:00.000Z');
const uses = (at: string, count: number) => ({ name: 'use', at: `${at}T00:00:00.000Z`, count });
const week = { kind: 'count', event: 'use', within: '7d' } as const;

describe('change without over', () => {
  it('is against the window just before', () => {
    const events = [uses('2026-11-05', 56), uses('2026-11-12', 41)];
    expect(read({ week, m: { kind: 'change', of: 'week' } }, { events }).m).to.deep.equal({
      value: (41 - 56) / 56,
      at: now,
      parts: { now: 41, before: 56 },
    });
  });

  it('of last month, is against the month before it', () => {
    const lastMonth = { kind: 'count', event: 'use', within: 'last-month' } as const;
    const events = [uses('2026-09-01', 10), uses('2026-10-31', 15), uses('2026-11-02', 99)];
    expect(read({ lastMonth, m: { kind: 'change', of: 'lastMonth' } }, { events }).m?.value).to.equal(0.5);
  });

  it('is refused of what looks at no stretch of time, or at one that has only begun', () => {
    const seats = { kind: 'fact', name: 'seats' } as const;
    const month = { kind: 'count', event: 'use', within: 'this-month' } as const;
    for (const single of [seats, month]) {
      expect(refusedMeasures({ of: single, m: { kind: 'change', of: 'of' } })).to.deep.equal([
        'measures.m.over must be given, such as "30d", since "of" has no window just before its own: it looks at no stretch of time, or at one that has only begun.',
      ]);
      modelMeasuring({ of: single, m: { kind: 'change', of: 'of', over: '1mo' } });
    }
  });

  it('of itself, or of nothing, is told so and does not hang', () => {
    expect(refusedMeasures({ m: { kind: 'change', of: 'm' } })).to.deep.equal([
      'measures.m reads itself (m → m): a measure must end in facts and events.',
    ]);
    expect(refusedMeasures({ m: { kind: 'change', of: 'weeks', over: '1y' }, week })[0]).to.include('weeks');
  });
});

describe('change against the same window long ago', () => {
  const events = [uses('2025-11-10', 20), uses('2026-10-12', 50), uses('2026-11-05', 56), uses('2026-11-12', 41)];
  const against = (over: string, since?: string) =>
    read({ week, m: { kind: 'change', of: 'week', over } }, { events, ...(since ? { since } : {}) }).m;

  it('is a year, or so many weeks, back', () => {
    expect(against('1y')?.value).to.equal((41 - 20) / 20);
    expect(against('52w')?.parts).to.deep.equal({ now: 41, before: 20 });
    expect(against('4w')?.parts).to.deep.equal({ now: 41, before: 50 });
  });

  it('is missing for an account that has not been here for a whole window by then', () => {
    expect(against('1y', '2025-11-07T09:00:00.000Z')?.value).to.equal((41 - 20) / 20);
    expect(against('1y', '2025-11-07T09:00:00.001Z')).to.deep.equal({ value: null, at: null });
  });
});

describe('change as absolute', () => {
  const measures = { week, m: { kind: 'change', of: 'week', as: 'absolute' } } as const;

  it('is by how many, also from 0', () => {
    expect(read(measures, { events: [uses('2026-11-12', 41)] }).m).to.deep.equal({
      value: 41,
      at: now,
      parts: { now: 41, before: 0 },
    });
    expect(read(measures, { events: [uses('2026-11-05', 56), uses('2026-11-12', 41)] }).m?.value).to.equal(-15);
  });

  it('is missing where either end is', () => {
    expect(read(measures, {}).m?.value).to.equal(null);
    const nps = { nps: { kind: 'fact', name: 'nps' }, m: { kind: 'change', of: 'nps', over: '30d', as: 'absolute' } };
    const one = { value: 9, at: '2026-11-01T00:00:00.000Z' };
    // Sound: the literals are those of the schema.
    expect(read(nps as Record<string, Measure>, { facts: { nps: [one] } }).m?.value).to.equal(null);
    const two = [{ value: 4, at: '2026-10-01T00:00:00.000Z' }, one];
    expect(read(nps as Record<string, Measure>, { facts: { nps: two } }).m?.value).to.equal(5);
  });

  it('is missing where nobody dated the earlier value: it may not have been so by then', () => {
    const nps: Record<string, Measure> = {
      nps: { kind: 'fact', name: 'nps' },
      m: { kind: 'change', of: 'nps', over: '30d', as: 'absolute' },
    };
    const one = { value: 9, at: '2026-11-01T00:00:00.000Z' };
    for (const given of [9, { value: 9 }, [{ value: 9 }, one]]) {
      expect(read(nps, { facts: { nps: given } }).m).to.deep.equal({ value: null, at: null });
    }
  });
});

describe('the unit of a measure made of others', () => {
  const seatUse = { kind: 'ratio', of: 'used', over: 'bought' } as const;
  const facts = {
    used: [
      { value: 71, at: '2026-01-01T00:00:00.000Z' },
      { value: 48, at: '2026-11-01T00:00:00.000Z' },
    ],
    bought: 100,
    goal: 0.6,
    renewal: '2026-12-14T09:00Z',
    deadline: '2026-12-04T09:00Z',
  };
  const measures: Record<string, Measure> = {
    used: { kind: 'fact', name: 'used' },
    bought: { kind: 'fact', name: 'bought' },
    goal: { kind: 'fact', name: 'goal' },
    seatUse,
    fall: { kind: 'change', of: 'seatUse', over: '30d' },
    points: { kind: 'change', of: 'seatUse', over: '30d', as: 'absolute' },
    users: { kind: 'change', of: 'used', over: '30d', as: 'absolute' },
    beyond: { kind: 'difference', of: 'seatUse', less: 'goal' },
    renewal: { kind: 'until', fact: 'renewal' },
    deadline: { kind: 'until', fact: 'deadline' },
    notice: { kind: 'difference', of: 'renewal', less: 'deadline' },
  };
  const said = (measure: string) =>
    buildReport(modelMeasuring(measures, measure), parseAccount({ id: 'a1', facts }), {
      now: new Date(now),
    }).contributions.find(({ id }) => id === 'x');

  it('is that of the measure it is the change or difference of, and its parts are said in theirs', () => {
    expect(said('points')?.unit).to.equal('percent');
    expect(said('users')?.unit).to.equal('number');
    expect(said('fall')?.sentence).to.include('−32.4% (from 71% to 48%)');
    expect(said('beyond')?.sentence).to.include('−12% (48% less 0.6)');
    expect(said('notice')?.unit).to.equal('days');
    expect(said('notice')?.sentence).to.include('10 days (30 days less 20 days)');
  });
});
