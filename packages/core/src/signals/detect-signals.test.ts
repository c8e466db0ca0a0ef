import { expect } from 'chai';
import { parseModel } from '../model/define-model.ts';
import type { HistoryPoint } from '../schema/account.ts';
import { detectSignals } from './detect-signals.ts';

const now = Date.parse('2026-11-14T09:00:00.000Z');
const signal = (id: string, effect: string, severity: string) => ({
  id,
  effect,
  severity,
  when: { fact: id, eq: true },
});
const model = parseModel({
  id: 'm',
  version: '1',
  measures: { a: { kind: 'fact', name: 'a' } },
  dimensions: [{ id: 'd', weight: 1, metrics: [{ kind: 'range', id: 'x', measure: 'a', worst: 0, best: 1 }] }],
  tiers: [],
  signals: [
    signal('growing', 'growth', 'high'),
    signal('minor', 'risk', 'low'),
    signal('grave', 'risk', 'high'),
    signal('middling', 'risk', 'medium'),
  ],
});

const fired = (on: readonly string[], history: readonly HistoryPoint[] = []) =>
  detectSignals(
    model,
    {
      observations: new Map(),
      facts: new Map(on.map((id) => [id, { value: true, at: null }])),
      score: { value: null, change: null, coverage: null },
    },
    history,
    now,
  );

const point = (day: string, signals: string[]): HistoryPoint => ({
  at: `2026-11-${day}T09:00:00.000Z`,
  score: 50,
  coverage: 1,
  tier: null,
  version: '1',
  signals,
});

describe('detectSignals', () => {
  it('puts risks first, the gravest at the top', () => {
    const all = fired(['growing', 'minor', 'middling', 'grave']);
    expect(all.map((one) => one.signal.id)).to.deep.equal(['grave', 'middling', 'minor', 'growing']);
  });

  it('does not fire what is not known', () => {
    expect(fired(['grave']).map((one) => one.signal.id)).to.deep.equal(['grave']);
  });

  it('says since when it has fired without a pause, whatever order history came in', () => {
    const history = [point('07', ['grave']), point('10', ['grave']), point('03', []), point('01', ['grave'])];
    expect(fired(['grave'], history)[0]?.since).to.equal('2026-11-07T09:00:00.000Z');
    const { signals: _, ...untold } = point('12', []);
    expect(fired(['grave'], [...history, untold])[0]?.since).to.equal(null);
    expect(fired(['grave'], [point('20', ['grave'])])[0]?.since).to.equal(null);
    expect(fired(['grave'])[0]?.since).to.equal(null);
  });

  it('says of one that the newest point does not have that it is new', () => {
    const asOf = '2026-11-14T09:00:00.000Z';
    expect(fired(['minor'], [point('07', ['grave'])])[0]?.since).to.equal(asOf);
    expect(fired(['grave'], [point('07', ['grave']), point('12', [])])[0]?.since).to.equal(asOf);
  });
});
