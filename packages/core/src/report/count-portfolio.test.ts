import { buildReport, countPortfolio, HealthError, listAccount, parsePortfolio } from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { expect } from 'chai';

const tiers = [
  { id: 'at-risk', label: 'At risk', from: 0, tone: 'at-risk' as const },
  { id: 'healthy', label: 'Healthy', from: 70, tone: 'healthy' as const },
];
const options = { asOf: '2026-11-14T09:00:00.000Z', tiers };
const mid = { id: 'mid', label: 'Mid-market', because: [], unsure: [] };
const of = (tier: string | null, segment: typeof mid | null = mid) => ({ tier, segment });

const refusal = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof HealthError) return error.issues.map(({ code, message }) => `${code}: ${message}`);
  }
  return [];
};

describe('countPortfolio', () => {
  it('counts the reports of each segment by tier; without a score apart, without a segment last', () => {
    const reports = [of('healthy', null), of('at-risk'), of(null), of('healthy'), of('healthy')];
    const segments = [{ id: 'small', label: 'Small', about: '1–99 people' }];
    expect(countPortfolio(reports, { ...options, segments }).segments).to.deep.equal([
      { id: 'small', label: 'Small', about: '1–99 people', counts: { 'at-risk': 0, healthy: 0 }, unscored: 0 },
      { id: 'mid', label: 'Mid-market', counts: { 'at-risk': 1, healthy: 2 }, unscored: 1 },
      { id: null, counts: { 'at-risk': 0, healthy: 1 }, unscored: 0 },
    ]);
  });

  it('gives what parsePortfolio takes, of no reports too', () => {
    for (const reports of [[], [of(null, null)], [of('healthy')]]) {
      const counted = countPortfolio(reports, options);
      expect(parsePortfolio(JSON.parse(JSON.stringify(counted)))).to.deep.equal(counted);
    }
  });

  it('refuses a tier of another model', () => {
    expect(refusal(() => countPortfolio([of('healthy'), of('gold')], options))).to.deep.equal([
      'unknown-tier: reports[1].tier must be one of at-risk, healthy, not "gold".',
    ]);
  });
});

describe('parsePortfolio', () => {
  it('refuses counts that are not those of the tiers, and segments named twice', () => {
    const whole = countPortfolio([of('healthy')], options);
    const [segment] = whole.segments;
    expect(
      refusal(() => parsePortfolio({ ...whole, segments: [{ ...segment, counts: { healthy: 1 } }] })),
    ).to.deep.equal([
      'unlike-tiers: segments[0].counts must have a count for each tier and for nothing else: at-risk, healthy.',
    ]);
    expect(refusal(() => parsePortfolio({ ...whole, segments: [segment, segment] }))).to.deep.equal([
      'duplicate-id: segments must name each segment once.',
    ]);
    expect(refusal(() => parsePortfolio({ ...whole, segments: [{ ...segment, unscored: 0.5 }] }))).to.have.length(1);
  });

  it('takes the accounts themselves, and refuses a tier that is none and an account listed twice', () => {
    const whole = countPortfolio([of('healthy')], options);
    const account = { id: 'a', name: 'Averlund', score: 81, tier: 'healthy', spark: [70, null, 81] };
    const listed = { ...whole, accounts: [account, { ...account, id: 'b', score: null, tier: null }], currency: 'EUR' };
    expect(parsePortfolio(JSON.parse(JSON.stringify(listed)))).to.deep.equal(listed);
    expect(
      refusal(() => parsePortfolio({ ...whole, accounts: [account, { ...account, tier: 'gold' }] })),
    ).to.deep.equal([
      'unknown-tier: accounts[1].tier must be one of the tiers, or null.',
      'duplicate-id: accounts[1].id must be of one account only.',
    ]);
    expect(refusal(() => parsePortfolio({ ...whole, accounts: [{ ...account, score: 101 }] }))).to.have.length(1);
  });

  it('takes what listAccount makes of a report', () => {
    const report = buildReport(b2bSaas, { id: 'a', name: 'Averlund' }, { now: new Date(options.asOf) });
    const account = listAccount(report, { seats: 60, renewal: '2027-01-31' });
    expect(account).to.include({
      id: 'a',
      name: 'Averlund',
      seats: 60,
      renewal: '2027-01-31',
      coverage: report.coverage,
    });
    const whole = { ...countPortfolio([report], { ...options, tiers: report.tiers }), accounts: [account] };
    expect(parsePortfolio(JSON.parse(JSON.stringify(whole)))).to.deep.equal(whole);
  });
});
