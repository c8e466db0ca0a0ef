import { expect } from 'chai';
import fc from 'fast-check';
import { account as anyAccount, model as anyModel, now as anyNow } from '../fixtures/arbitraries.ts';
import { averlund, now } from '../fixtures/averlund.ts';
import { refusals } from '../fixtures/refuses.ts';
import { buildReport, parseAccount, parseModel, parseReport } from '../index.ts';
import { b2bSaas } from '../model/presets/b2b-saas.ts';

describe('buildReport', () => {
  const report = buildReport(b2bSaas, averlund(), { now });
  const contribution = (id: string) => report.contributions.find((one) => one.id === id);

  it('gives a score that its contributions add up to', () => {
    expect(report.score).to.be.within(40, 70);
    expect(report.tier).to.equal('watch');
    expect(report.contributions.reduce((sum, { points }) => sum + (points ?? 0), 0)).to.equal(report.score);
  });

  it('says of each contribution what was read and what became of it', () => {
    expect(contribution('seat-use')?.sentence).to.equal(
      'Seats in use: 68.3% (41 of 60) scores 80.4 of 100; 0 at 0%, 100 at 85%.',
    );
    expect(contribution('usage-change')?.sentence).to.match(
      /^Change in active users: −26\.8% \(from 56 to 41\) scores 25 of 100;/,
    );
    expect(contribution('nps')?.sentence).to.equal(
      'NPS: not observed for 180 days; its weight is carried by the rest.',
    );
    expect(contribution('csat')?.sentence).to.equal('Satisfaction: not observed; its weight is carried by the rest.');
    expect(contribution('nps')).to.include({ status: 'stale', value: 30, normalized: null, effectiveWeight: 0 });
  });

  it('flags risks with their evidence, since when, and what to do', () => {
    const [drop, ticket] = report.signals;
    expect(drop).to.include({
      id: 'usage-drop',
      severity: 'high',
      since: '2026-11-07T09:00:00.000Z',
      playbook: 're-engage',
    });
    expect(drop?.evidence[0]).to.deep.include({
      subject: 'usageChange',
      is: 'lt',
      threshold: -0.2,
      parts: { now: 41, before: 56 },
    });
    expect(ticket).to.include({ id: 'urgent-ticket', since: report.asOf });
    expect(ticket?.evidence[0]?.sentence).to.equal(
      'High-priority tickets open more than 3 days: 1 (open up to 6 days); at least 1.',
    );
    expect(report.playbooks.map(({ id, because }) => [id, because])).to.deep.equal([
      ['re-engage', ['usage-drop', 'key-use-drop']],
      ['escalate', ['urgent-ticket']],
      ['rescue', ['score-drop']],
    ]);
  });

  it('shows who did what on which day', () => {
    const [people, features, teams] = report.activity?.grids ?? [];
    expect(report.activity).to.include({ start: '2026-10-18', days: 28 });
    expect(people).to.include({ by: 'user', label: 'People', more: 0 });
    expect(people?.rows).to.have.length(41);
    expect(features?.rows.map(({ label }) => label)).to.include('feature 6');
    expect(teams?.rows.map(({ id, counts, key }) => [id, counts[0], key?.[0]])).to.deep.equal([
      ['Dispatch', 21, 1],
      ['Docks', 20, 1],
    ]);
  });

  it('gives no score, and says why, when too little is known', () => {
    const bare = buildReport(b2bSaas, parseAccount({ id: 'x', tracked: [], facts: { nps: 40 } }), { now });
    expect(bare).to.include({ score: null, tier: null });
    expect(bare.reason).to.deep.equal({ code: 'low-coverage', sentence: '5% observed, 50% needed.' });
    expect(bare.contributions.every(({ points }) => points === null)).to.equal(true);
    const nothing = buildReport(b2bSaas, parseAccount({ id: 'x', tracked: [] }), { now });
    expect(nothing.reason?.code).to.equal('no-data');
    expect(nothing.possible).to.equal(null);
    expect(nothing.activity).to.equal(null);
  });

  it('cuts long names, so that any reader takes the report', () => {
    const long = `${'x'.repeat(118)}😀${'y'.repeat(40)}`;
    const account = parseAccount({
      id: long,
      events: [{ name: 'use', at: '2026-11-13T09:00:00.000Z', user: long, properties: { constructor: 'a' } }],
    });
    const report = buildReport(b2bSaas, account, { now });
    expect(parseReport(JSON.parse(JSON.stringify(report)))).to.deep.equal(report);
    expect(report.account.name).to.equal(`${'x'.repeat(118)}…`);
    expect(report.activity?.grids[0]?.rows[0]?.id).to.equal(long);
  });

  it('takes an account without events as one of which no event is known', () => {
    const report = buildReport(b2bSaas, parseAccount({ id: 'x', facts: { seats: 10 } }), { now });
    expect(report).to.include({ score: null, coverage: 0 });
  });

  it('refuses a now that is no instant', () => {
    expect(refusals(() => buildReport(b2bSaas, averlund(), { now: 'yesterday' }))).to.deep.equal([
      'now must be a Date or an instant such as 2026-11-14T09:00:00.000Z, not "yesterday".',
    ]);
  });

  it('makes plain JSON that reads back as the same report, whatever the model and account', () => {
    fc.assert(
      fc.property(anyModel, anyAccount, (document, account) => {
        const model = parseModel({ ...document, activity: { event: 'use', days: 28, by: [{ property: 'user' }] } });
        const report = buildReport(model, account, { now: new Date(anyNow) });
        expect(parseReport(JSON.parse(JSON.stringify(report)))).to.deep.equal(report);
      }),
      { numRuns: 200 },
    );
  });
});
