import type { Report } from '@hale/core/report';
import { expect } from 'chai';
import { toldBy } from '../source/follow.ts';
import type { SourceError, SourceState } from '../source/health-source.ts';
import type { GivenReport } from './score-reading.ts';
import { fromReport, idle } from './widget-state.ts';

const state = (report: GivenReport) => fromReport(report).state;
const fromSource = (said: SourceState | null) => ({ ...idle, ...toldBy(said, 'en', (given) => fromReport(given)) });
const error: SourceError = { code: 'network', message: 'Gone.', retryAt: null };
// Only what the state depends on.
const report = { score: 62, coverage: 0.9 } as Report;

describe('the state of a report', () => {
  it('is partial below 60 % observed, and ready from there or when nobody says', () => {
    expect([0.599, 0.6, null].map((coverage) => state({ score: 62, coverage }))).to.deep.equal([
      'partial',
      'ready',
      'ready',
    ]);
  });

  it('without a score is not-enough, or empty where nothing was observed', () => {
    expect(state({ score: null, coverage: 0.31 })).to.equal('not-enough');
    expect(state({ score: null, coverage: 0 })).to.equal('empty');
    expect(state({ score: null, reason: { code: 'no-data' } })).to.equal('empty');
    expect(state({ score: null, coverage: 0, reason: { code: 'not-applicable' } })).to.equal('not-enough');
    expect(state({ account: { name: 'Acme' } })).to.equal('not-enough');
  });

  it('is an error that says why, for what is no report of ours', () => {
    const said = (given: unknown) => fromReport(given as GivenReport).error?.message;
    for (const none of [[], {}, 7, 'x', { error: 'Not found.', status: 404 }, Promise.resolve(report)]) {
      expect(said(none)).to.equal('The report must be an object, as buildReport gives it.');
    }
    for (const schema of ['hale.report/2', 'hale.report/12', 'hale.report/1x']) {
      expect(said({ schema })).to.equal('The report is of another version than hale.report/1 or hale.customer/1.');
    }
    expect([said({ schema: 'hale.report/1' }), said({ schema: 'hale.report/1.4' })]).to.deep.equal([
      undefined,
      undefined,
    ]);
    for (const score of [101, -1, Number.NaN, '62', {}]) {
      expect(said({ score })).to.equal('The score must be a number from 0 to 100, or none.');
    }
  });
});

describe('the state of a source', () => {
  it('is loading until it says anything', () => {
    expect(fromSource(null).state).to.equal('loading');
    expect(fromSource({ status: 'loading' }).state).to.equal('loading');
  });

  it('keeps the last report while it loads again', () => {
    expect(fromSource({ status: 'loading', report })).to.deep.include({ state: 'ready', report });
  });

  it('is stale while it loads again what is older than its source would show', () => {
    const said = fromSource({ status: 'loading', report, isStale: true });
    expect(said).to.deep.include({ state: 'stale', report, error: null });
    expect(fromSource({ status: 'loading', isStale: true }).state).to.equal('loading');
  });

  it('is stale while the last report stands in for one that failed, and an error without any', () => {
    expect(fromSource({ status: 'error', error, report })).to.deep.include({
      state: 'stale',
      report,
      error,
      why: 'There is no connection to the server.',
    });
    expect(fromSource({ status: 'error', error })).to.deep.include({ state: 'error', report: null, error });
  });

  it('is empty for an account without a report', () => {
    expect(fromSource({ status: 'empty' })).to.deep.include({ state: 'empty', report: null });
  });
});
