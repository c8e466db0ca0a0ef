import { expect } from 'chai';
import { evidence, metric, report, sentences, signal } from '../fixtures/told-report.ts';
import { explainReport } from '../report.ts';

describe('explainReport of signals', () => {
  it('tells a metric and the signal that shows it once, with the points of both', () => {
    const ticket = metric('tickets', 'Tickets', 0.2, 40);
    const { headline, reasons } = explainReport(report({ contributions: [ticket], signals: [signal()] }));
    expect(headline).to.equal('61, watch: high-priority ticket waiting (2, the oldest for 9 days).');
    expect(reasons).to.have.length(1);
    expect(reasons[0]).to.deep.include({
      code: 'signal',
      subjects: ['waiting', 'tickets'],
      weight: 22,
      sentence: 'High-priority ticket waiting (2, the oldest for 9 days): −12 points.',
    });
    expect(reasons[0]?.args).to.include({ days: 9, severity: 'high', points: -12 });
  });

  it('has no chance to grow earn the points that its metric gives', () => {
    const full = metric('tickets', 'Seats in use', 0.2, 95);
    const growing = signal({ effect: 'growth', label: 'Seats nearly all in use' });
    const told = explainReport(report({ contributions: [full], signals: [growing] })).reasons;
    expect(told.map(({ code, sentence }) => [code, sentence.includes('point')])).to.have.deep.members([
      ['carries', true],
      ['signal', false],
    ]);
  });

  it('leaves a signal’s metric alone where one helps and the other harms', () => {
    const growing = signal({ effect: 'growth', label: 'Seats nearly all in use' });
    const { reasons } = explainReport(
      report({ contributions: [metric('tickets', 'Tickets', 0.2, 40)], signals: [growing] }),
    );
    expect(reasons.map(({ code, effect }) => [code, effect])).to.deep.equal([
      ['costs', 'harms'],
      ['signal', 'helps'],
    ]);
  });

  it('gives the points of a metric to the gravest signal that shows it, of those alike to the first', () => {
    const shown = (...signals: [id: string, severity: 'low' | 'medium' | 'high'][]) =>
      explainReport(
        report({
          contributions: [metric('tickets', 'Tickets', 0.2, 40)],
          signals: signals.map(([id, severity]) => signal({ id, severity })),
        }),
      ).reasons.map(({ subjects, weight }) => [...subjects, weight]);
    expect(shown(['slight', 'low'], ['grave', 'high'])).to.deep.equal([
      ['grave', 'tickets', 22],
      ['slight', 2],
    ]);
    expect(shown(['b', 'medium'], ['a', 'medium'])).to.deep.equal([
      ['a', 'tickets', 17],
      ['b', 5],
    ]);
  });

  it('shows the figure of a signal only where it says more than its name', () => {
    const shown = (change: object) =>
      sentences({ contributions: [], signals: [signal({ evidence: [evidence(change)] })] });
    expect(shown({ value: 1 })).to.deep.equal(['High-priority ticket waiting.']);
    expect(shown({ value: 1, parts: { count: 1, days: 6 } })).to.deep.equal([
      'High-priority ticket waiting (1, open for 6 days).',
    ]);
    expect(shown({ value: 0.5, unit: 'percent', parts: { part: 6, whole: 12 } })).to.deep.equal([
      'High-priority ticket waiting (50%, 6 of 12).',
    ]);
    expect(shown({ value: 12, parts: { part: 12, whole: 20 } })).to.deep.equal([
      'High-priority ticket waiting (12 of 20).',
    ]);
    expect(shown({ value: 'pro' })).to.deep.equal(['High-priority ticket waiting (“pro”).']);
    expect(shown({ value: null })).to.deep.equal(['High-priority ticket waiting.']);
    expect(sentences({ contributions: [], signals: [signal({ evidence: [] })] })).to.deep.equal([
      'High-priority ticket waiting.',
    ]);
  });
});
