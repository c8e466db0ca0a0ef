import { expect } from 'chai';
import { b2bSaas } from '../model/presets/b2b-saas.ts';
import type { HistoryPoint, Override } from '../schema/account.ts';
import { scoreTrend } from './score-trend.ts';

const now = Date.parse('2026-11-14T09:00:00.000Z');
const point = (at: string, score: number | null): HistoryPoint => ({
  at: `${at}T09:00:00.000Z`,
  score,
  coverage: 1,
  tier: null,
  version: b2bSaas.version,
});

describe('scoreTrend', () => {
  it('ends with today, oldest first, whatever order history came in; what is later than now is left out', () => {
    const history = [point('2026-11-07', 66), point('2026-10-17', 74), point('2026-12-01', 10)];
    const trend = scoreTrend(b2bSaas, history, { score: 62, now });
    expect(trend.points.map(({ score }) => score)).to.deep.equal([74, 66, 62]);
    expect(trend).to.deep.include({
      days: 28,
      earlier: { at: '2026-10-17T09:00:00.000Z', score: 74 },
      change: -12,
      direction: 'down',
    });
  });

  it('compares with the score nearest to 28 days ago, and with none when none is near', () => {
    const near = [point('2026-10-11', 70), point('2026-10-16', 73), point('2026-10-19', 75)];
    expect(scoreTrend(b2bSaas, near, { score: 62, now }).earlier?.score).to.equal(73);
    const far = [point('2026-10-09', 70), point('2026-10-25', 75)];
    expect(scoreTrend(b2bSaas, far, { score: 62, now })).to.deep.include({
      earlier: null,
      change: null,
      direction: null,
    });
  });

  it('keeps a gap as a gap, and compares with nothing across it', () => {
    const trend = scoreTrend(b2bSaas, [point('2026-10-17', null)], { score: 62, now });
    expect(trend.points[0]?.score).to.equal(null);
    expect(trend.change).to.equal(null);
    expect(scoreTrend(b2bSaas, [point('2026-10-17', 74)], { score: null, now }).change).to.equal(null);
  });

  it('tells no change across versions of the model', () => {
    const before = { ...point('2026-10-17', 95), version: '0.9.0' };
    const trend = scoreTrend(b2bSaas, [before], { score: 62, now });
    expect(trend).to.deep.include({ earlier: null, change: null });
    expect(trend.points.map(({ version }) => version)).to.deep.equal(['0.9.0', b2bSaas.version]);
  });

  it('compares versions as versions, however much of them is written', () => {
    const model = { version: '1.0', trend: undefined } as const;
    const before = { ...point('2026-10-17', 74), version: '1' };
    expect(scoreTrend(model, [before], { score: 62, now }).change).to.equal(-12);
    expect(scoreTrend({ ...model, version: '1.0.1' }, [before], { score: 62, now }).change).to.equal(null);
  });

  it('compares what the model says with what it said, whatever a person has set', () => {
    const change = (history: HistoryPoint[], today: object = {}, set?: object[]) =>
      scoreTrend(b2bSaas, history, { score: 62, now, ...today }, set as Override[] | undefined).change;
    const then = point('2026-10-17', 30);
    expect(change([{ ...then, score: 74 }], { score: 20, computed: 62 })).to.equal(-12);
    expect(change([{ ...then, computed: 74 }])).to.equal(-12);
    expect(change([{ ...then, computed: null }])).to.equal(null);
    expect(change([{ ...then, score: 74 }], { score: 20, computed: null })).to.equal(null);
    const promise = { score: 30, reason: 'r', author: 'a', at: '2026-10-15T00:00:00.000Z' };
    const until = { ...promise, expires: '2026-10-20T00:00:00.000Z' };
    expect(change([then], {}, [until])).to.equal(null);
    expect(change([then, point('2026-10-21', 60)], {}, [until])).to.equal(2);
    expect(change([{ ...then, computed: 74 }], {}, [until])).to.equal(-12);
    expect(change([then], {}, [{ ...until, score: undefined, tier: 'healthy' }])).to.equal(32);
    expect(scoreTrend(b2bSaas, [{ ...then, computed: 74 }], { score: 20, computed: 62, now }).points).to.deep.equal([
      { at: then.at, score: 30, computed: 74, version: b2bSaas.version },
      { at: '2026-11-14T09:00:00.000Z', score: 20, computed: 62, version: b2bSaas.version },
    ]);
  });

  it('calls two points or less steady', () => {
    const direction = (score: number) => scoreTrend(b2bSaas, [point('2026-10-17', 60)], { score, now }).direction;
    expect([57.9, 58, 60, 62, 62.1].map(direction)).to.deep.equal(['down', 'steady', 'steady', 'steady', 'up']);
  });

  it('shows the newest 2,000 points, today’s among them', () => {
    const weeks = Array.from({ length: 2100 }, (_, index) => {
      const at = new Date(now - (index + 1) * 7 * 86_400_000).toISOString();
      return { ...point('2026-10-17', index % 100), at };
    });
    const { points } = scoreTrend(b2bSaas, weeks, { score: 62, now });
    expect(points).to.have.length(2000);
    expect(points.at(-1)?.score).to.equal(62);
    expect(points[0]?.at).to.equal(weeks[1998]?.at);
  });
});
