import { expect } from 'chai';
import { read } from '../fixtures/read.ts';

const untilRenewal = { m: { kind: 'until', fact: 'renewal' } } as const;

describe('until', () => {
  const days = (renewal: unknown, zone?: string) => read(untilRenewal, { facts: { renewal } }, undefined, zone).m;

  it('is days until the renewal, and below 0 once it is past', () => {
    expect(days('2026-12-24T21:00:00.000Z')).to.deep.equal({ value: 40.5, at: null });
    expect(days('2026-11-04T09:00Z')?.value).to.equal(-10);
    expect(days('2026-11-14T09:00:00.000Z')?.value).to.equal(0);
  });

  it('takes a date for the start of that day in the time zone of the model', () => {
    expect(days('2026-11-15')?.value).to.equal(15 / 24);
    expect(days('2026-11-15', 'America/New_York')?.value).to.equal(20 / 24);
    expect(days('2026-11-15', 'Europe/Berlin')?.value).to.equal(14 / 24);
    // In summer clocks in Berlin are two hours ahead.
    expect(days('2027-07-15', 'Europe/Berlin')?.value).to.equal(242 + 13 / 24);
  });

  it('is as old as the fact, so that a date no one keeps up goes stale', () => {
    const at = '2026-01-31T00:00:00.000Z';
    expect(days({ value: '2026-11-15', at })).to.deep.equal({ value: 15 / 24, at: Date.parse(at) });
  });

  it('is missing where the fact is, is no date, or is known only later', () => {
    for (const renewal of [
      null,
      'soon',
      '',
      '2026-02-30',
      '2026-13-01',
      '20261115',
      '15.11.2026',
      1794700800000,
      true,
    ]) {
      expect(days(renewal), String(renewal)).to.deep.equal({ value: null, at: null });
    }
    expect(days({ value: '2026-11-15', at: '2026-11-15T00:00:00.000Z' })?.value).to.equal(null);
    expect(read(untilRenewal, {}).m?.value).to.equal(null);
    expect(read({ m: { kind: 'until', fact: '__proto__' } }, { facts: {} }).m?.value).to.equal(null);
  });
});
