import { expect } from 'chai';
import { read } from '../fixtures/read.ts';

const use = (feature: string | null, user?: string, at = '2026-11-10T00:00:00.000Z') => ({
  name: 'use',
  at,
  ...(user ? { user } : {}),
  properties: { feature },
});

const keyFeatures: string[] = ['reports', 'alerts', 'exports', 'api'];

describe('share of key features', () => {
  const m = {
    kind: 'share',
    event: 'use',
    of: 'feature',
    among: keyFeatures,
    within: '30d',
  } as const;

  it('is how many of the listed values were seen, each once', () => {
    const events = ['reports', 'reports', 'api', 'settings'].map((feature) => use(feature));
    expect(read({ m }, { events }).m).to.deep.include({ value: 0.5, parts: { part: 2, whole: 4 } });
  });

  it('counts a value that is listed twice once', () => {
    const twice = { ...m, among: ['reports', 'reports', true, 'true'] };
    expect(read({ m: twice }, { events: [use('reports')] }).m?.value).to.equal(0.5);
  });

  it('is 0 when only others were used, and missing when nobody can say what was', () => {
    expect(read({ m }, { events: [use('settings')] }).m?.value).to.equal(0);
    expect(read({ m }, { events: [] }).m?.value).to.equal(0);
    expect(read({ m }, { events: [use(null)] }).m?.value).to.equal(null);
    expect(read({ m }, { tracked: ['ticket'], events: [] }).m?.value).to.equal(null);
  });

  it('begins and ends with the window, and sees nothing to come', () => {
    const events = [
      use('reports', 'ann', '2026-10-15T09:00:00.000Z'),
      use('alerts', 'ann', '2026-10-15T08:59:59.999Z'),
      use('api', 'ann', '2026-11-14T09:00:00.000Z'),
    ];
    expect(read({ m }, { events }).m?.value).to.equal(0.25);
  });
});

describe('share of entitled users', () => {
  const measures = {
    seats: { kind: 'fact', name: 'seats' },
    m: { kind: 'share', event: 'use', of: 'user', among: 'seats', within: '30d' },
  } as const;
  const events = ['ann', 'bo', 'ann'].map((user) => use('reports', user));

  it('is different users of as many as the measure counts, as old as that', () => {
    const at = '2026-10-01T00:00:00.000Z';
    expect(read(measures, { events, facts: { seats: { value: 8, at } } }).m).to.deep.equal({
      value: 0.25,
      at: Date.parse(at),
      parts: { part: 2, whole: 8 },
    });
  });

  it('is 1 when more use it than are entitled, and says by how much', () => {
    expect(read(measures, { events, facts: { seats: 1 } }).m).to.deep.include({
      value: 1,
      parts: { part: 2, whole: 1 },
    });
  });

  it('is missing of none, and of an unknown number', () => {
    for (const seats of [0, -3, null]) expect(read(measures, { events, facts: { seats } }).m?.value).to.equal(null);
  });
});
