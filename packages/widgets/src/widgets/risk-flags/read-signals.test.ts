import { expect } from 'chai';
import fc from 'fast-check';
import { formatsOf } from '../../ui/formats.ts';
import type { GivenReport } from '../../ui/score-reading.ts';
import { readSignals, type SignalReading, unobserved } from './read-signals.ts';
import { flagMessages } from './risk-flags.messages.ts';
import { sayCount, sayEvidence, saySeverity } from './say-signals.ts';

const speech = { words: flagMessages.english, formats: formatsOf('en', 'UTC') };
type Signals = NonNullable<GivenReport['signals']>;

const read = (...signals: Signals) => readSignals({ signals }, 'risk') ?? [];

function only(signal: Signals[number]): SignalReading {
  const [found] = read(signal);
  if (!found) throw new Error('There should be a signal.');
  return found;
}

const three = (['low', 'high', 'medium'] as const).map((severity) => ({ label: severity, severity }));

describe('signals read', () => {
  it('come severest first, of the effect asked for', () => {
    expect(read(...three).map(({ label }) => label)).to.deep.equal(['high', 'medium', 'low']);
    const report: GivenReport = { signals: [{ label: 'a', effect: 'growth' }, { label: 'b' }] };
    expect(readSignals(report, 'growth')?.map(({ label }) => label)).to.deep.equal(['a']);
    expect(readSignals(report, 'risk')?.map(({ label }) => label)).to.deep.equal(['b']);
  });

  it('are not put last where their severity is a word that nobody here knows', () => {
    const given = [{ label: 'a', severity: 'medium' }, { label: 'b', severity: 'critical' }, { label: 'c' }];
    const said = readSignals({ signals: given } as GivenReport, 'risk');
    expect(said?.map(({ label, severity }) => [label, severity])).to.deep.equal([
      ['b', 'high'],
      ['a', 'medium'],
      ['c', 'low'],
    ]);
  });

  it('are not none where a report does not speak of them', () => {
    expect(readSignals({}, 'risk')).to.equal(null);
    expect(readSignals({ signals: [] }, 'risk')).to.deep.equal([]);
  });

  it('are counted in words, with how many are severe', () => {
    const said = (...severities: ('low' | 'medium' | 'high')[]) =>
      sayCount(read(...severities.map((severity, i) => ({ label: `${i}`, severity }))), speech);
    expect(said('high', 'medium', 'high')).to.equal('Three, two of them high');
    expect(said('medium')).to.equal('One, medium');
    expect(said('low', 'low')).to.equal('Two, both low');
    expect(said('high', 'high', 'high')).to.equal('Three, all high');
    expect(said(...Array<'low'>(13).fill('low'))).to.equal('13, all low');
  });

  it('give their evidence in figures: the value, what it was made of, the limit', () => {
    const evidence = {
      label: 'Weekly users',
      value: -0.27,
      unit: 'percent' as const,
      parts: { now: 41, before: 56 },
      threshold: -0.2,
    };
    expect(sayEvidence(only({ label: 'x', evidence: [evidence] }), speech)).to.deep.equal([
      'Weekly users −27%, from 56 to 41; limit −20%',
    ]);
    const days = { label: 'Oldest ticket', value: 6.9, unit: 'days' as const, threshold: 3 };
    expect(sayEvidence(only({ label: 'x', evidence: [days] }), speech)).to.deep.equal([
      'Oldest ticket 6 days; limit 3 days',
    ]);
    const seats = {
      label: 'Seats',
      value: 0.88,
      unit: 'percent' as const,
      parts: { part: 53, whole: 60 },
      threshold: 0.85,
    };
    const [growth] = readSignals({ signals: [{ label: 'x', effect: 'growth', evidence: [seats] }] }, 'growth') ?? [];
    expect(growth && sayEvidence(growth, speech)).to.deep.equal(['Seats 88%, 53 of 60; counts from 85%']);
  });

  it('give it in the report’s words where there are no figures, and not at all where there are neither', () => {
    const tag = { label: 'Tag', value: 'champion-left', threshold: 'champion-left', sentence: 'Tagged by the owner.' };
    expect(sayEvidence(only({ label: 'x', evidence: [tag] }), speech)).to.deep.equal(['Tagged by the owner']);
    expect(sayEvidence(only({ label: 'x', evidence: [{ label: 'y' }] }), speech)).to.deep.equal([]);
  });

  it('say how severe, and since when', () => {
    const severity = 'high' as const;
    expect(saySeverity(only({ label: 'x', severity, since: '2024-11-03T00:00:00Z' }), speech)).to.equal(
      'High since 3 Nov 2024.',
    );
    expect(saySeverity(only({ label: 'x', severity }), speech)).to.equal('High.');
  });

  it('find their playbook, or only its id', () => {
    const playbooks = [{ id: 'a', label: 'Re-engage', steps: ['One'] }];
    const find = (playbook: string) =>
      readSignals({ signals: [{ label: 'x', playbook }], playbooks }, 'risk')?.[0]?.playbook;
    expect(find('a')).to.deep.equal({ id: 'a', label: 'Re-engage', steps: ['One'] });
    expect(find('b')).to.deep.equal({ id: 'b', label: 'b', steps: [] });
  });

  it('know what was not observed, heaviest first', () => {
    const contributions = [
      { label: 'NPS', status: 'stale' as const, weight: 0.08 },
      { label: 'Seats', status: 'observed' as const, weight: 0.5 },
      { label: 'Training', status: 'missing' as const, weight: 0.2 },
    ];
    expect(unobserved({ contributions })).to.deep.equal(['Training', 'NPS']);
  });

  it('never throw nor say NaN, whatever they are given', () => {
    const signal = fc.record({
      label: fc.anything(),
      severity: fc.anything(),
      evidence: fc.anything(),
      since: fc.anything(),
    });
    const evidence = fc.record({
      label: fc.string(),
      value: fc.anything(),
      threshold: fc.anything(),
      parts: fc.anything(),
    });
    const signals = fc.array(
      fc.oneof(signal, fc.record({ label: fc.string(), evidence: fc.array(evidence) }), fc.anything()),
    );
    fc.assert(
      fc.property(signals, (given) => {
        // What TypeScript would refuse, pages without it hand over.
        const found = readSignals({ signals: given as Signals }, 'risk') ?? [];
        const said = found.flatMap((each) => [...sayEvidence(each, speech), saySeverity(each, speech)]).join(' ');
        expect(said).not.to.match(/NaN|Infinity|\[object/);
      }),
    );
  });
});
