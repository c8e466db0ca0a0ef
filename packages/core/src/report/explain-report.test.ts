import { expect } from 'chai';
import fc from 'fast-check';
import { account as anyAccount, model as anyModel, now as anyNow } from '../fixtures/arbitraries.ts';
import { randomReport } from '../fixtures/random-report.ts';
import { parseModel } from '../model/define-model.ts';
import { type Contribution, type Explanation, english, explainReport, type Phrases, type Report } from '../report.ts';
import { buildReport } from './build-report.ts';

const asOf = '2026-11-14T09:00:00.000Z';
const before = (days: number) => new Date(Date.parse(asOf) - days * 86_400_000).toISOString();

const metric = (id: string, label: string, weight: number, normalized: number, more: Partial<Contribution> = {}) => ({
  id,
  dimension: 'adoption',
  label,
  measure: id,
  value: normalized,
  unit: 'number' as const,
  at: asOf,
  normalized,
  weight,
  effectiveWeight: weight,
  points: weight * normalized,
  status: 'observed' as const,
  missing: null,
  sentence: '',
  ...more,
});

const seats = metric('seat-use', 'Seat use', 0.4, 40, {
  value: -0.32,
  unit: 'percent',
  parts: { now: 0.48, before: 0.71 },
  partsUnit: 'percent',
});
const touchpoint = metric('last-touchpoint', 'Last touchpoint', 0.3, 50, { value: 96.7, unit: 'days' });
const nps = metric('nps', 'NPS', 0.3, 100, { value: 60 });

const tiers = [
  { id: 'at-risk', label: 'At risk', from: 0, tone: 'at-risk' as const },
  { id: 'watch', label: 'Watch', from: 40, tone: 'watch' as const },
  { id: 'healthy', label: 'Healthy', from: 70, tone: 'healthy' as const },
];

const still = { points: [], days: 28, earlier: null, change: null, direction: null };

/** 61, watch: 24 points lost by seat use, 15 by the last touchpoint. */
const report = (change: Partial<Report> = {}): Report => ({
  schema: 'hale.report/1',
  account: { id: 'averlund', name: 'Averlund Freight' },
  asOf,
  model: { id: 'm', version: '1' },
  score: 61,
  reason: null,
  tier: 'watch',
  tiers,
  coverage: 1,
  minimumCoverage: 0.5,
  possible: null,
  dimensions: [],
  contributions: [seats, touchpoint, nps],
  trend: still,
  activity: null,
  signals: [],
  playbooks: [],
  ...change,
});

const headline = (change: Partial<Report>) => explainReport(report(change)).headline;
const sentences = (change: Partial<Report>, most?: number) =>
  explainReport(report(change), english, most).reasons.map(({ sentence }) => sentence);

const moved = (change: number, direction: 'up' | 'steady' | 'down', dimensions = {}): Report['trend'] => ({
  ...still,
  points: [
    { at: before(28), score: 61 - change, version: '1', dimensions },
    { at: asOf, score: 61, version: '1' },
  ],
  earlier: { at: before(28), score: 61 - change },
  change,
  direction,
});
const dimension = {
  id: 'adoption',
  label: 'Adoption',
  weight: 1,
  effectiveWeight: 1,
  score: 61,
  points: 61,
  coverage: 1,
};

const evidence = (change: object) => ({
  subject: 'tickets',
  label: 'Tickets',
  value: 2,
  unit: 'number' as const,
  at: asOf,
  is: 'gte' as const,
  threshold: 1,
  sentence: '',
  ...change,
});
const signal = (change: Partial<Report['signals'][number]> = {}): Report['signals'][number] => ({
  id: 'waiting',
  label: 'High-priority ticket waiting',
  effect: 'risk',
  severity: 'high',
  evidence: [evidence({ parts: { count: 2, days: 9.4 } })],
  since: before(9),
  playbook: null,
  ...change,
});

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

  it('tells of a score that moved what moved it', () => {
    expect(headline({ trend: moved(-12, 'down', { adoption: 73 }), dimensions: [dimension] })).to.equal(
      '61, watch, down 12 in 28 days: seat use fell from 71% to 48%; held back by last touchpoint (96 days).',
    );
    const contributions = [touchpoint, nps];
    expect(headline({ trend: moved(-12, 'down', { adoption: 73 }), dimensions: [dimension], contributions })).to.equal(
      '61, watch, down 12 in 28 days: adoption score fell from 73 to 61; held back by last touchpoint (96 days).',
    );
    expect(headline({ trend: moved(9, 'up', { adoption: 52 }), dimensions: [dimension], contributions })).to.equal(
      '61, watch, up 9 in 28 days: adoption score rose from 52 to 61; held back by last touchpoint (96 days).',
    );
    expect(headline({ trend: moved(1, 'steady'), contributions })).to.equal(
      '61, watch, steady: held back by last touchpoint (96 days).',
    );
  });

  it('says of a move that is a name of itself what moved, and of what stayed that it stayed', () => {
    const change = { ...seats, label: 'Change in active users', partsUnit: 'number' as const };
    expect(sentences({ contributions: [{ ...change, parts: { now: 41, before: 56 } }] })).to.deep.equal([
      'Active users fell from 56 to 41: −24 points.',
    ]);
    expect(sentences({ contributions: [{ ...change, parts: { now: 41, before: 41 } }] })).to.deep.equal([
      'Change in active users (41, as before): −24 points.',
    ]);
  });

  it('says in words what a number is only a code for', () => {
    const missed = metric('import', 'Import', 0.4, 0, { value: -1, said: 'missed' });
    expect(headline({ contributions: [missed] })).to.equal('61, watch: held back by import (missed).');
    const waiting = signal({ evidence: [evidence({ value: 1, said: 'done late' })] });
    expect(sentences({ contributions: [], signals: [waiting] })).to.deep.equal([
      'High-priority ticket waiting (done late).',
    ]);
    const words = { ...english, said: (said: string) => ({ missed: 'versäumt' })[said] ?? said };
    expect(explainReport(report({ contributions: [missed] }), words).reasons[0]?.sentence).to.equal(
      'Import (versäumt): −40 points.',
    );
  });

  it('says of a slope how fast it goes which way, not the weeks at its ends', () => {
    const slope = metric('users', 'Trend of users', 0.4, 0, {
      value: -10,
      parts: { weekly: -10, known: 8 },
    });
    expect(sentences({ contributions: [slope] })).to.deep.equal(['Trend of users (falling 10 a week): −40 points.']);
    expect(sentences({ contributions: [{ ...slope, value: 0, parts: { weekly: 0, known: 8 } }] })).to.deep.equal([
      'Trend of users (steady): −40 points.',
    ]);
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

  it('does not tell what a group begins with as a reason', () => {
    const start = metric('d:start', 'Onboarding', 0, 0, { role: 'start', points: 50, measure: null });
    expect(sentences({ contributions: [start] })).to.deep.equal([]);
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

  it('does not say in the headline twice that the score fell', () => {
    const falling = signal({
      id: 'falling',
      label: 'Score falling',
      evidence: [evidence({ subject: 'change', value: -12 })],
    });
    const fallen = { trend: moved(-12, 'down'), signals: [falling], contributions: [touchpoint] };
    expect(headline(fallen)).to.equal('61, watch, down 12 in 28 days: held back by last touchpoint (96 days).');
    expect(sentences(fallen)).to.include('Score falling (−12).');
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

  it('says who set a score by hand, and what the model says', () => {
    const override = {
      score: 20,
      tier: null,
      reason: 'Their sponsor has left.',
      author: 'Ada Lindqvist',
      at: before(3),
      expires: null,
      computed: { score: 61, tier: 'watch' },
    };
    const set = { score: 20, tier: 'at-risk', override };
    expect(headline(set)).to.equal(
      '20, at risk, set by Ada Lindqvist: Their sponsor has left (the model says 61, watch).',
    );
    expect(sentences(set).slice(0, 2)).to.deep.equal([
      '20, set by Ada Lindqvist; the model says 61, watch: −41 points.',
      'Seat use fell from 71% to 48%: −24 points.',
    ]);
    const tierOnly = {
      tier: 'healthy',
      override: { ...override, score: null, tier: 'healthy', reason: '', author: '' },
    };
    expect(headline(tierOnly)).to.equal('61; tier set to healthy by hand (the model says watch).');
    expect(sentences(tierOnly)).to.include('Tier set to healthy by hand; the model says watch.');
    expect(headline({ ...tierOnly, trend: moved(-12, 'down') })).to.equal(
      '61, down 12 in 28 days; tier set to healthy by hand (the model says watch).',
    );
    const blind = { ...override, computed: { score: null, tier: null } };
    expect(headline({ ...set, override: blind, contributions: [] })).to.equal(
      '20, at risk, set by Ada Lindqvist: Their sponsor has left (the model gives no score).',
    );
    const tierAlone = { ...blind, score: null, tier: 'at-risk' };
    expect(headline({ score: null, tier: 'at-risk', override: tierAlone, contributions: [] })).to.equal(
      'Tier set to at risk by Ada Lindqvist: Their sponsor has left (the model gives no score).',
    );
  });

  it('names a tier set by hand that the model does not have, and says that it is not applied', () => {
    const override = {
      score: null,
      tier: null,
      unknownTier: 'vip',
      reason: 'A promise.',
      author: 'Ada',
      at: before(3),
      expires: null,
      computed: { score: 61, tier: 'watch' },
    };
    const apart = 'the tier “vip” set by Ada is not one of the model’s, so it is not applied';
    expect(headline({ override })).to.equal(`61, watch; ${apart}: A promise.`);
    expect(sentences({ override, contributions: [] })).to.deep.equal([`T${apart.slice(1)}.`]);
    const both = { score: 20, tier: 'at-risk', override: { ...override, score: 20 } };
    expect(headline(both)).to.equal(`20, at risk, set by Ada: A promise (the model says 61, watch; ${apart}).`);
  });

  it('says that a tier is held, and how the account is judged', () => {
    const held = { score: 71, held: 'healthy', contributions: [] };
    expect(headline(held)).to.equal('71, still watch.');
    expect(sentences(held)).to.deep.equal([
      'Still watch: 71 would be healthy, but is not yet far enough past the edge.',
    ]);
    const segment = {
      id: 'enterprise',
      label: 'Enterprise',
      because: [evidence({ subject: 'employees', label: 'Employees', value: 2000 })],
      unsure: ['public'],
    };
    const stage = { id: 'onboarding', label: 'Onboarding', because: [], unsure: [] };
    expect(sentences({ contributions: [], segment, stage, maturity: { ...stage, label: 'Advanced' } })).to.deep.equal([
      'Judged as enterprise: employees (2,000); 1 before it could not be decided.',
      'Judged as in onboarding.',
      'Judged as advanced.',
    ]);
  });

  it('says what a limit costs, of a group or of the whole', () => {
    const limit = metric('service:limit', 'Service', 0, 0, {
      role: 'limit',
      dimension: 'service',
      points: -12,
      measure: null,
    });
    const service = { ...dimension, id: 'service', label: 'Service', score: 40 };
    expect(sentences({ contributions: [limit], dimensions: [service] })).to.deep.equal([
      'Service held at 40 by a limit: −12 points.',
    ]);
    const groups = [{ id: 'inner', label: 'Inner', score: 30 }];
    const inner = { ...limit, group: 'inner', label: 'Inner' };
    expect(sentences({ contributions: [inner], dimensions: [{ ...service, groups }] })).to.deep.equal([
      'Inner held at 30 by a limit: −12 points.',
    ]);
    expect(sentences({ contributions: [{ ...limit, dimension: null }] })).to.deep.equal([
      'The score held at 61 by a limit: −12 points.',
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

  const marker: Phrases = {
    number: () => '1',
    percent: () => '1',
    days: () => '1',
    text: (text) => text,
    truth: () => '1',
    said: (words) => words,
    list: (items) => items.join(' '),
    // Sound: a clause in this language says nothing but the names it is told.
    clauses: Object.fromEntries(
      Object.keys(english.clauses).map((code) => [code, (args: object) => namesIn(args).join(' ')]),
    ) as unknown as Phrases['clauses'],
    sentence: (clause) => `·${clause}`,
    headline: ({ tier, reasons }) => ['·', tier, ...reasons.map(({ clause }) => clause)].join(' '),
  };
  const namesIn = (args: object): string[] =>
    Object.entries(args).flatMap(([key, value]) =>
      ['name', 'names', 'author', 'tier', 'plain'].includes(key) ? [String([value])] : [],
    );

  function isSound(report: Report, { headline, reasons }: Explanation): void {
    expect(headline).to.have.length.within(1, 300);
    const known = JSON.stringify(report);
    for (const [index, { weight, subjects, sentence }] of reasons.entries()) {
      expect(weight).to.be.within(0, reasons[index - 1]?.weight ?? 100);
      expect(sentence).to.have.length.within(2, 2000);
      for (const id of subjects) expect(known).to.include(JSON.stringify(id));
    }
    for (const text of [headline, ...reasons.map(({ sentence }) => sentence)]) {
      expect(text).not.to.match(/NaN|undefined|null|Infinity|\[object|\(\)| ,|,,|\.\.$/);
    }
    expect(reasons).to.have.length.at.most(5);
    expect(JSON.parse(JSON.stringify(reasons))).to.deep.equal(reasons);
  }

  it('reads well whatever the model and the account', () => {
    fc.assert(
      fc.property(anyModel, anyAccount, (document, account) => {
        const built = buildReport(parseModel(document), account, { now: new Date(anyNow) });
        isSound(built, explainReport(built));
      }),
      { numRuns: 200 },
    );
  });

  it('reads well whatever the report, and has no words but those of its phrases', () => {
    fc.assert(
      fc.property(randomReport, (given) => {
        isSound(given, explainReport(given));
        expect(explainReport(given)).to.deep.equal(explainReport(given));
        const { headline, reasons } = explainReport(given, marker);
        expect(headline + reasons.map(({ sentence }) => sentence).join()).not.to.match(/[a-z]/i);
      }),
      { numRuns: 300 },
    );
  });
});
