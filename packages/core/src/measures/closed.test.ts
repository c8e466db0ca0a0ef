import { expect } from 'chai';
import { read } from '../fixtures/read.ts';

const m = { kind: 'closed', event: 'outreach', within: '30d' } as const;
const mail = (at: string, until: string | null, more: object = {}) => ({ name: 'outreach', at, until, ...more });

describe('closed', () => {
  it('counts those that began within the window and have ended by now', () => {
    const events = [
      mail('2026-10-15T08:59:59.999Z', '2026-10-16T00:00:00.000Z'),
      mail('2026-10-15T09:00:00.000Z', '2026-10-16T00:00:00.000Z'),
      mail('2026-11-01T00:00:00.000Z', '2026-11-14T09:00:00.000Z'),
      mail('2026-11-02T00:00:00.000Z', '2026-11-14T09:00:00.001Z'),
      mail('2026-11-03T00:00:00.000Z', null),
    ];
    expect(read({ m }, { events }).m?.value).to.equal(2);
  });

  it('counts those that ended soon enough, to the instant', () => {
    const soon = { ...m, sooner: '2d' } as const;
    const events = [
      mail('2026-11-01T00:00:00.000Z', '2026-11-03T00:00:00.000Z'),
      mail('2026-11-01T00:00:00.000Z', '2026-11-03T00:00:00.001Z'),
    ];
    expect(read({ m: soon }, { events }).m?.value).to.equal(1);
  });

  it('takes an end before the beginning for none that is known', () => {
    const events = [
      mail('2026-11-03T00:00:00.000Z', '2026-11-01T00:00:00.000Z'),
      mail('2026-11-03T00:00:00.000Z', '2026-11-03T00:00:00.000Z'),
    ];
    expect(read({ m }, { events }).m?.value).to.equal(1);
    expect(read({ m: { ...m, sooner: '2d' } }, { events }).m?.value).to.equal(1);
  });

  it('over the count of the same window is the rate of answers', () => {
    const within = 'last-month';
    const measures = {
      sent: { kind: 'count', event: 'outreach', within },
      answered: { ...m, within, sooner: '3d' },
      m: { kind: 'ratio', of: 'answered', over: 'sent' },
    } as const;
    const events = [
      mail('2026-10-05T00:00:00.000Z', '2026-10-06T00:00:00.000Z', { count: 3 }),
      mail('2026-10-20T00:00:00.000Z', null),
    ];
    expect(read(measures, { events }).m?.value).to.equal(0.75);
  });

  it('is 0 when none has ended, and missing when nobody records them', () => {
    expect(read({ m }, { events: [] }).m?.value).to.equal(0);
    expect(read({ m }, {}).m?.value).to.equal(null);
  });
});
