import { expect } from 'chai';
import { before, headline, metric, nps, report, sentences, touchpoint } from '../fixtures/told-report.ts';
import { english, explainReport } from '../report.ts';

describe('explainReport', () => {
  it('says the whole in a breath, and gives what costs most first', () => {
    expect(explainReport(report())).to.deep.include({
      headline: '61, watch: seat use fell from 71% to 48%; held back by last touchpoint (96 days).',
    });
    expect(sentences({})).to.deep.equal([
      'Seat use fell from 71% to 48%: −24 points.',
      'Last touchpoint (96 days): −15 points.',
      'NPS (60): +30 of 30 points.',
    ]);
  });

  it('gives five reasons at most, or as many as are asked for', () => {
    const contributions = Array.from({ length: 9 }, (_, index) => metric(`m${index}`, `Metric ${index}`, 0.1, 10));
    const ids = (most?: number) =>
      explainReport(report({ contributions: contributions.toReversed() }), english, most).reasons.flatMap(
        ({ subjects }) => subjects,
      );
    expect(ids()).to.deep.equal(['m0', 'm1', 'm2', 'm3', 'm4']);
    expect(ids(2)).to.deep.equal(['m0', 'm1']);
  });

  it('hands out what the words were made of', () => {
    const [first] = explainReport(report()).reasons;
    expect(first).to.deep.equal({
      code: 'fell',
      subjects: ['seat-use'],
      args: { name: 'Seat use', of: 'metric', before: 0.71, now: 0.48, unit: 'percent', points: -24 },
      weight: 24,
      effect: 'harms',
      sentence: 'Seat use fell from 71% to 48%: −24 points.',
    });
  });

  it('lets what holds a good score back share a verb, and names first what carries it', () => {
    const low = metric('touchpoints', 'Touchpoints', 0.1, 20, { value: 0 });
    expect(headline({ contributions: [touchpoint, low] })).to.equal(
      '61, watch: held back by last touchpoint (96 days) and touchpoints (0).',
    );
    expect(headline({ contributions: [touchpoint, nps], score: 84, tier: 'healthy' })).to.equal(
      '84, healthy: carried by NPS (60); held back by last touchpoint (96 days).',
    );
  });

  it('says of a good score to which nothing does much harm what carries it', () => {
    const [a, b] = [metric('a', 'A', 0.5, 80), metric('b', 'B', 0.5, 80)];
    const good = { score: 80, tier: 'healthy' };
    expect(headline({ ...good, contributions: [metric('a', 'A', 1, 80)] })).to.equal('80, healthy: carried by a (80).');
    expect(headline({ ...good, contributions: [b, a] })).to.equal('80, healthy: carried by a (80).');
    expect(headline({ ...good, tiers: [], tier: null, contributions: [a] })).to.equal('80: carried by a (80).');
    const better = metric('c', 'C', 0.5, 100);
    expect(headline({ ...good, score: 90, contributions: [a, better] })).to.equal('90, healthy: carried by c (100).');
    expect(headline({ score: 60, contributions: [metric('a', 'A', 1, 60)] })).to.equal(
      '60, watch: held back by a (60).',
    );
    expect(headline({ ...good, contributions: [metric('a', 'A', 1, 80), metric('d', 'D', 0.1, 20)] })).to.equal(
      '80, healthy: carried by a (80); held back by d (20).',
    );
  });

  it('does not tell what a group begins with as a reason', () => {
    const start = metric('d:start', 'Onboarding', 0, 0, { role: 'start', points: 50, measure: null });
    expect(sentences({ contributions: [start] })).to.deep.equal([]);
  });

  it('says what is missing and what is too old, by what it could be worth', () => {
    const unseen = {
      points: 0,
      effectiveWeight: 0,
      normalized: null,
      value: null,
      at: null,
      status: 'missing',
    } as const;
    const contributions = [
      metric('csat', 'Satisfaction', 0.2, 0, { ...unseen, missing: 'exclude' }),
      metric('a', 'Alpha', 0.05, 0, { ...unseen, missing: 'exclude' }),
      metric('b', 'Beta', 0.05, 0, { ...unseen, missing: 'exclude' }),
      metric('c', 'Gamma', 0.04, 0, { ...unseen, missing: 'exclude' }),
      metric('nps', 'NPS', 0.2, 0, { ...unseen, missing: 'exclude', status: 'stale', at: before(198), value: 30 }),
      metric('tests', 'Tests', 0.1, 0, { ...unseen, missing: 'zero', status: 'stale', effectiveWeight: 0.2 }),
    ];
    expect(sentences({ contributions }, 9).slice(0, 3)).to.deep.equal([
      'Tests out of date: −20 points.',
      'Satisfaction, alpha, beta and 1 more not observed (34% of the weight).',
      'NPS last observed 198 days ago.',
    ]);
    expect(
      explainReport(report({ contributions }))
        .reasons.slice(1, 3)
        .map(({ weight }) => weight),
    ).to.deep.equal([8.5, 5]);
  });

  it('says why there is no score, and what is missing most', () => {
    const unseen = { points: null, effectiveWeight: 0, normalized: null, value: null, status: 'missing' } as const;
    const none = { score: null, tier: null, coverage: 0.05 };
    const contributions = [metric('nps', 'NPS', 0.2, 0, unseen), metric('csat', 'Satisfaction', 0.75, 0, unseen)];
    const reason = { code: 'low-coverage' as const, sentence: '5% observed, 50% needed.' };
    expect(headline({ ...none, reason, contributions })).to.equal(
      'No score: 5% observed, 50% needed; missing most: satisfaction and NPS.',
    );
    expect(headline({ ...none, reason: { code: 'no-data', sentence: '' }, contributions })).to.equal(
      'No score: nothing that the model asks for is observed.',
    );
    const [first] = explainReport(report({ ...none, reason, contributions })).reasons;
    expect(first).to.deep.include({ code: 'no-score', subjects: ['csat', 'nps'], weight: 100 });
  });

  it('does not blame what became better for the points that are still to be had', () => {
    const overdue = metric('payments', 'Trend of payments', 1, 58, {
      value: -4,
      unit: 'days',
      parts: { now: 5, before: 9 },
      partsUnit: 'days',
    });
    expect(sentences({ score: 58, contributions: [overdue] })).to.deep.equal([
      'Trend of payments (from 9 days to 5 days): −42 points.',
    ]);
  });

  it('shows a ratio that is no share beside what it is of, and a part of a whole without', () => {
    const sessions = metric('sessions', 'Sessions', 1, 43, { value: 7, parts: { part: 70, whole: 10 } });
    const days = metric('days', 'Active days', 1, 43, { value: 17, parts: { part: 17, whole: 29 } });
    expect([sessions, days].map((one) => sentences({ score: 43, contributions: [one] })[0])).to.deep.equal([
      'Sessions (7, 70 of 10): −57 points.',
      'Active days (17 of 29): −57 points.',
    ]);
  });

  it('keeps the names of accounts as they are', () => {
    const child = metric('acme', 'Acme', 0.5, 30.4, { role: 'account', dimension: null, measure: null });
    expect(headline({ contributions: [child] })).to.equal('61, watch: held back by Acme (30).');
  });

  it('does not round a score into a tier it is not in', () => {
    expect(headline({ score: 69.97, contributions: [] })).to.equal('69.9, watch.');
    expect(headline({ score: 69.4, contributions: [] })).to.equal('69, watch.');
  });

  it('has something to say of an empty report', () => {
    expect(headline({ contributions: [], tiers: [], tier: null })).to.equal('61.');
    expect(headline({ contributions: [], tiers: [], tier: null, score: null })).to.equal('No score.');
  });

  it('adds points of any size to what is still a number', () => {
    const huge = (id: string, status: 'missing' | 'stale' | 'observed') =>
      metric(id, id, 0.5, 0, { status, points: -Number.MAX_VALUE, most: Number.MAX_VALUE });
    const explained = explainReport(
      report({
        contributions: [huge('a', 'missing'), huge('b', 'missing'), huge('c', 'stale'), huge('d', 'observed')],
      }),
    );
    expect(explained.reasons.map(({ args }) => 'points' in args && args.points)).to.deep.equal(
      Array(3).fill(-Number.MAX_VALUE),
    );
  });

  it('lets a language bring its own numbers without its own sentences', () => {
    const swiss = { ...english, percent: (share: number) => `${Math.round(share * 100)} %` };
    expect(explainReport(report(), swiss).reasons[0]?.sentence).to.equal(
      'Seat use fell from 71 % to 48 %: −24 points.',
    );
  });
});
