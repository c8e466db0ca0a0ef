import { expect } from 'chai';
import { refusedMeasures } from '../fixtures/measuring.ts';
import { read } from '../fixtures/read.ts';
import { done } from './done.ts';

const since = '2026-11-01T09:00:00.000Z';
const sso = { kind: 'done', event: 'sso.enabled' } as const;
const inTwoWeeks = { ...sso, deadline: '14d', after: 'start' } as const;
const enabled = (at: string) => ({ name: 'sso.enabled', at });
const reading = (m: typeof sso | typeof inTwoWeeks, account: object, now?: string) => read({ m }, account, now).m;

describe('done', () => {
  it('is 1 in time and 2 late, the deadline itself being in time, with the days it took', () => {
    const on = (at: string) => reading(inTwoWeeks, { since, events: [enabled(at)] }, '2026-12-01T00:00:00.000Z');
    expect(on('2026-11-04T09:00:00.000Z')).to.deep.include({ value: 1, parts: { days: 3 } });
    expect(on('2026-11-15T09:00:00.000Z')).to.deep.include({ value: 1, parts: { days: 14 } });
    expect(on('2026-11-15T09:00:00.001Z')?.value).to.equal(2);
  });

  it('is 0 until the deadline has passed, and −1 from then on', () => {
    const at = (now: string) => reading(inTwoWeeks, { since, events: [] }, now)?.value;
    expect(at('2026-11-14T09:00:00.000Z')).to.equal(0);
    expect(at('2026-11-15T09:00:00.000Z')).to.equal(0);
    expect(at('2026-11-15T09:00:00.001Z')).to.equal(-1);
  });

  it('does not see what is still to come', () => {
    expect(reading(sso, { events: [enabled('2026-11-14T09:00:00.000Z')] })?.value).to.equal(0);
  });

  it('counts the first time, and what was done before the start as in time', () => {
    const again = ['2026-10-20T09:00:00.000Z', '2026-11-30T09:00:00.000Z'].map(enabled);
    expect(reading(inTwoWeeks, { since, events: again }, '2026-12-01T00:00:00.000Z')).to.deep.include({
      value: 1,
      parts: { days: -12 },
    });
  });

  it('asks for properties, of what is done and of what starts the clock', () => {
    const m = {
      kind: 'done',
      event: 'training',
      where: { course: 'admin' },
      deadline: '30d',
      after: { event: 'signed', where: { plan: 'pro' } },
    } as const;
    const events = [
      { name: 'signed', at: '2026-09-01T00:00:00.000Z', properties: { plan: 'trial' } },
      { name: 'signed', at: '2026-10-20T00:00:00.000Z', properties: { plan: 'pro' } },
      { name: 'signed', at: '2026-11-10T00:00:00.000Z', properties: { plan: 'pro' } },
      { name: 'training', at: '2026-10-21T00:00:00.000Z', properties: { course: 'intro' } },
    ];
    expect(read({ m }, { events }).m?.value).to.equal(0);
    const done = { name: 'training', at: '2026-11-03T00:00:00.000Z', properties: { course: 'admin' } };
    expect(read({ m }, { events: [...events, done] }).m).to.deep.include({ value: 1, parts: { days: 14 } });
  });

  it('runs from the date a fact tells, a day beginning at midnight in the zone of the model', () => {
    const m = { ...sso, deadline: '24h', after: { fact: 'kickoff' } } as const;
    const at = (kickoff: unknown, now: string) =>
      read({ m }, { facts: { kickoff }, events: [] }, now, 'America/New_York').m?.value;
    expect(at('2026-11-10', '2026-11-11T05:00:00.000Z')).to.equal(0);
    expect(at('2026-11-10', '2026-11-11T05:00:00.001Z')).to.equal(-1);
    expect(at('2026-11-10T00:00Z', '2026-11-11T00:00:00.001Z')).to.equal(-1);
    expect(at('soon', '2026-11-11T00:00:00.000Z')).to.equal(null);
  });

  it('is missing when nobody records it, and when nobody can say from when its deadline runs', () => {
    expect(reading(sso, {})?.value).to.equal(null);
    expect(reading(sso, { tracked: ['use'], events: [] })?.value).to.equal(null);
    expect(reading(inTwoWeeks, { events: [] })?.value).to.equal(null);
    expect(reading(inTwoWeeks, { events: [enabled('2026-11-10T00:00:00.000Z')] })?.value).to.equal(1);
    const afterUse = { ...sso, deadline: '14d', after: { event: 'use' } } as const;
    const use = { name: 'use', at: '2026-10-01T00:00:00.000Z' };
    expect(read({ m: afterUse }, { events: [use] }).m?.value).to.equal(-1);
    expect(read({ m: afterUse }, { events: [use], tracked: ['sso.enabled'] }).m?.value).to.equal(null);
  });

  it('says how long it took', () => {
    expect(done.detail?.({ days: 3.7 }, String, inTwoWeeks)).to.equal('after 3 days');
    expect(done.detail?.({ days: -11.5 }, String, inTwoWeeks)).to.equal('12 days before the start');
  });

  it('is refused with a deadline without a start, and a start without a deadline', () => {
    expect(refusedMeasures({ m: { ...sso, deadline: '14d' } })).to.deep.equal([
      'measures.m has a deadline without a start: say with after what it runs from.',
    ]);
    expect(refusedMeasures({ m: { ...sso, after: 'start' } })).to.deep.equal([
      'measures.m.after is the start of a deadline that is not there: add deadline, or remove after.',
    ]);
  });
});
