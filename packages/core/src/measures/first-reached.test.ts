import { expect } from 'chai';
import { read } from '../fixtures/read.ts';

const since = '2026-10-01T00:00:00.000Z';
const report = (at: string, more: object = {}) => ({ name: 'report.shared', at, ...more });
const shared = { kind: 'first-reached', event: 'report.shared' } as const;

describe('first-reached', () => {
  it('is days from the beginning to the first time', () => {
    const events = [report('2026-10-20T00:00:00.000Z'), report('2026-10-04T12:00:00.000Z')];
    expect(read({ m: shared }, { since, events }).m?.value).to.equal(3.5);
  });

  it('is days until the nth time, rows that stand for several counting as such', () => {
    const m = { ...shared, reach: 10 };
    const events = [
      report('2026-10-02T00:00:00.000Z', { count: 4 }),
      report('2026-10-11T00:00:00.000Z', { count: 6 }),
      report('2026-10-12T00:00:00.000Z'),
    ];
    expect(read({ m }, { since, events }).m?.value).to.equal(10);
    expect(read({ m: { ...m, reach: 11 } }, { since, events }).m?.value).to.equal(11);
    expect(read({ m: { ...m, reach: 12 } }, { since, events }).m?.value).to.equal(null);
  });

  it('is days until so many different users had done it', () => {
    const m = { ...shared, of: 'user', reach: 3 };
    const events = ['ann', 'ann', 'bo', 'bo', 'cy'].map((user, day) =>
      report(`2026-10-0${day + 1}T00:00:00.000Z`, { user }),
    );
    expect(read({ m }, { since, events }).m?.value).to.equal(4);
    expect(read({ m }, { since, events: events.map(({ name, at }) => ({ name, at })) }).m?.value).to.equal(null);
  });

  it('counts what happened in the trial: reached by then is day 0', () => {
    const trial = report('2026-09-20T00:00:00.000Z');
    expect(read({ m: shared }, { since, events: [trial] }).m?.value).to.equal(0);
    const m = { ...shared, reach: 2 };
    expect(read({ m }, { since, events: [trial, report('2026-10-03T00:00:00.000Z')] }).m?.value).to.equal(2);
  });

  it('asks for properties', () => {
    const m = { ...shared, where: { outside: true } };
    const events = [false, true].map((outside, day) =>
      report(`2026-10-0${day + 2}T00:00:00.000Z`, { properties: { outside } }),
    );
    expect(read({ m }, { since, events }).m?.value).to.equal(2);
  });

  it('is missing until then, without a beginning, and when nobody records it', () => {
    const events = [report('2026-10-04T00:00:00.000Z')];
    expect(read({ m: shared }, { since, events: [] }).m?.value).to.equal(null);
    expect(read({ m: shared }, { since, events: [report('2026-11-14T09:00:00.000Z')] }).m?.value).to.equal(null);
    expect(read({ m: shared }, { events }).m?.value).to.equal(null);
    expect(read({ m: shared }, { since: '2027-01-01T00:00:00.000Z', events }).m?.value).to.equal(null);
    expect(read({ m: shared }, { since, events, tracked: [] }).m?.value).to.equal(null);
  });
});
