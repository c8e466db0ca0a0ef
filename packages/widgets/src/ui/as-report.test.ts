import { expect } from 'chai';
import { readSignals } from '../widgets/risk-flags/read-signals.ts';
import { asReport, type GivenView } from './as-report.ts';
import { fromReport } from './widget-state.ts';

const view: GivenView = {
  schema: 'hale.customer/1',
  account: { id: 'acme', name: 'Acme' },
  title: 'Adoption',
  score: 62,
  coverage: null,
};

describe('a customer’s view', () => {
  it('is drawn as a report on a scale without tiers, named by its title, that says nothing of signals', () => {
    const { state, reading, report, given } = fromReport(view);
    expect(state).to.equal('ready');
    expect(reading).to.deep.include({ name: 'Adoption', score: 62, coverage: null });
    expect(reading?.tier).to.deep.include({ label: '', tone: 'plain' });
    expect(report && readSignals(report, 'risk')).to.equal(null);
    expect(given).to.equal(view);
  });

  it('has no tiers, whatever a page adds to it', () => {
    const laden = { ...view, tiers: [{ id: 'x', label: 'X', from: 0, tone: 'watch' }] };
    expect(asReport(laden).tiers).to.deep.equal([]);
  });

  it('without a score is empty, or not enough, as its reason says', () => {
    const state = (code: 'no-data' | 'low-coverage') => fromReport({ ...view, score: null, reason: { code } }).state;
    expect([state('no-data'), state('low-coverage')]).to.deep.equal(['empty', 'not-enough']);
  });

  it('is refused by name under another version', () => {
    expect(fromReport({ ...view, schema: 'hale.customer/2' } as unknown as GivenView).error?.message).to.equal(
      'The report is of another version than hale.report/1 or hale.customer/1.',
    );
  });

  it('leaves a report as it is', () => {
    const report = { score: 62 };
    expect(asReport(report)).to.equal(report);
  });
});
