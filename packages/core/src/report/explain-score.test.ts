import { expect } from 'chai';
import { type ModelDocument, parseAccount, parseModel, parseReport, type Rule } from '../index.ts';
import { buildReport } from './build-report.ts';
import { explainReport } from './explain-report.ts';

const now = '2026-11-14T09:00:00.000Z';
const before = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();

const document: ModelDocument = {
  id: 'm',
  version: '1',
  measures: {
    seats: { kind: 'fact', name: 'seats' },
    users: { kind: 'fact', name: 'users' },
    seatUse: { kind: 'ratio', of: 'users', over: 'seats' },
    seatUseChange: { kind: 'change', of: 'seatUse', over: '28d', label: 'Seat use against four weeks before' },
    waiting: { kind: 'open', event: 'ticket', label: 'Tickets waiting' },
    nps: { kind: 'fact', name: 'nps', label: 'NPS' },
    quiet: { kind: 'since', event: 'use', label: 'Days since anyone used it' },
  },
  dimensions: [
    {
      id: 'all-of-it',
      label: 'Everything',
      weight: 1,
      metrics: [{ kind: 'range', id: 'seat-use', measure: 'seatUse', worst: 0, best: 0.85 }],
    },
  ],
  tiers: [],
  minimumCoverage: 0,
};

const facts = {
  seats: 60,
  users: [
    { value: 45, at: before(60) },
    { value: 41, at: before(1) },
  ],
  plan: 'pro',
  trial: true,
};
const account = parseAccount({
  id: 'a',
  since: before(900),
  facts,
  events: [
    { name: 'ticket', at: before(9.5), until: null },
    { name: 'ticket', at: before(2), until: null },
  ],
});

type Metrics = ModelDocument['dimensions'][number]['metrics'];
function contributions(...metrics: Metrics) {
  const dimensions = [{ id: 'd', weight: 1, metrics }];
  return buildReport(parseModel({ ...document, dimensions }), account, { now }).contributions;
}
const sentence = (metric: Metrics[number]) => contributions(metric)[0]?.sentence;

const evidence = (when: Rule) => {
  const signals = [{ id: 's', effect: 'risk' as const, severity: 'low' as const, when }];
  const report = buildReport(parseModel({ ...document, signals }), account, { now });
  expect(parseReport(JSON.parse(JSON.stringify(report)))).to.deep.equal(report);
  return report.signals[0]?.evidence ?? [];
};
const told = (when: Rule) => evidence(when).map(({ sentence }) => sentence);

describe('a contribution in a sentence', () => {
  const range = { kind: 'range', id: 'x', label: 'Seats in use', measure: 'seatUse', worst: 0, best: 0.85 } as const;
  const nps = { kind: 'range', id: 'nps', label: 'NPS', measure: 'nps', worst: 0, best: 100 } as const;

  it('says the value, what it is made of, what it scores and how', () => {
    expect(sentence(range)).to.equal('Seats in use: 68.3% (41 of 60) scores 80.4 of 100; 0 at 0%, 100 at 85%.');
    expect(sentence({ kind: 'recency', id: 'tenure', measure: 'quiet', halfLife: '30d', missing: 'zero' })).to.equal(
      'Tenure: not observed; it counts as 0.',
    );
  });

  it('writes the parts of a change in the unit of what changed', () => {
    const change = { kind: 'range', id: 'c', label: 'Seat use', measure: 'seatUseChange', worst: -1, best: 1 } as const;
    expect(sentence(change)).to.match(/^Seat use: −8\.9% \(from 75% to 68\.3%\) scores 45\.6 of 100;/);
    expect(contributions(change)[0]).to.deep.include({ partsUnit: 'percent', parts: { now: 41 / 60, before: 0.75 } });
    expect(contributions(range)[0]).not.to.have.property('partsUnit');
    expect(contributions({ ...range, measure: 'users' })[0]).not.to.have.property('parts');
  });

  it('says what stands in for a value that is missing', () => {
    const missing = (missing: 'exclude' | 'zero' | 'neutral') => sentence({ ...nps, missing });
    expect(missing('exclude')).to.equal('NPS: not observed; its weight is carried by the rest.');
    expect(missing('zero')).to.equal('NPS: not observed; it counts as 0.');
    expect(missing('neutral')).to.equal('NPS: not observed; it counts as 50.');
  });

  it('says what stands in where points are added, of which the least may be below 0', () => {
    const told = (missing: 'exclude' | 'zero' | 'neutral') => {
      const metric = { kind: 'action', id: 'import', event: 'imported', points: 20, missing } as const;
      const dimensions = [{ id: 'd', weight: 1, method: 'points', start: 50, metrics: [metric, nps] }] as const;
      const one = parseModel({ ...document, dimensions: [...dimensions] });
      return buildReport(one, { id: 'a' }, { now }).contributions[0]?.sentence;
    };
    expect(told('exclude')).to.equal('Import: not observed; it gives no points.');
    expect(told('zero')).to.equal('Import: not observed; it counts as the least it can give.');
    expect(told('neutral')).to.equal('Import: not observed; it counts as the middle of what it can give.');
  });

  it('says for how long a stale one has not been observed, and that one does not apply', () => {
    expect(sentence({ ...range, measure: 'users', staleAfter: '12h' })).to.equal(
      'Seats in use: not observed for 12 hours; its weight is carried by the rest.',
    );
    expect(sentence({ ...range, best: 0.5, outside: 'ignore' })).to.equal(
      'Seats in use: 68.3% (41 of 60) does not apply.',
    );
  });

  it('says in words what an action has come to', () => {
    const action = { kind: 'action', id: 'import', event: 'imported', points: 20 } as const;
    const due = { ...action, deadline: '14d', after: 'start', late: 5 } as const;
    const told = (metric: Metrics[number], since: number, done?: number) => {
      const dimensions = [{ id: 'd', weight: 1, metrics: [metric] }];
      const events = done === undefined ? [] : [{ name: 'imported', at: before(done) }];
      const report = buildReport(
        parseModel({ ...document, dimensions }),
        { id: 'a', since: before(since), events },
        { now },
      );
      return report.contributions[0];
    };
    const how = '20 points when done within 14 days, 5 when done later, 0 when missed.';
    expect(told(due, 20)?.sentence).to.equal(`Import: missed scores 0 of 100; ${how}`);
    expect(told(due, 20, 2)?.sentence).to.equal(`Import: done late (after 18 days) scores 25 of 100; ${how}`);
    expect(told(due, 20, 18)?.sentence).to.equal(`Import: done (after 2 days) scores 100 of 100; ${how}`);
    expect(told(due, 2)).to.include({ said: 'not yet due', sentence: 'Import: not yet due.' });
    expect(told(action, 2)?.sentence).to.equal('Import: not done.');
  });

  it('says how much more a row of points can give than it has, not how much less than its share', () => {
    const tag = { kind: 'tag', id: 'notes', within: '1y', points: { 'champion-left': -30, 'case-study': 10 } } as const;
    const dimensions = [{ id: 'd', weight: 1, method: 'points', start: 60, metrics: [tag] }] as const;
    const at = (marked: string) => {
      const events = [{ name: 'tag', at: before(5), properties: { tag: marked } }];
      return buildReport(parseModel({ ...document, dimensions: [...dimensions] }), { id: 'a', events }, { now });
    };
    const reasons = (marked: string) => explainReport(at(marked)).reasons.map(({ sentence }) => sentence);
    expect(at('champion-left').contributions[0]).to.include({ effectiveWeight: 0.3, most: 10, points: -30 });
    expect(reasons('champion-left')).to.deep.equal(['Notes (−30): −40 points.']);
    expect(reasons('case-study')).to.deep.equal(['Notes (10): +10 of 10 points.']);
  });

  it('makes a name where the model gives none', () => {
    expect(sentence({ kind: 'range', id: 'seatUse', measure: 'seatUse', worst: 0, best: 1 })).to.match(
      /^Seat use: 68\.3%/,
    );
  });
});

describe('no score', () => {
  const reason = (minimumCoverage: number) => {
    const metrics = ['seats', 'nps'].map((id) => ({ kind: 'range' as const, id, measure: id, worst: 0, best: 90 }));
    const dimensions = [{ id: 'd', weight: 1, metrics: minimumCoverage === 0 ? metrics.slice(1) : metrics }];
    return buildReport(parseModel({ ...document, dimensions, minimumCoverage }), account, { now }).reason;
  };

  it('says how much is observed of how much is needed, or that nothing is', () => {
    expect(reason(0.75)).to.deep.equal({ code: 'low-coverage', sentence: '50% observed, 75% needed.' });
    expect(reason(0)).to.deep.equal({
      code: 'no-data',
      sentence: 'Nothing that the model asks for has been observed.',
    });
  });
});

describe('no score although something is observed', () => {
  const users = { kind: 'range', id: 'users', measure: 'users', worst: 0, best: 10, outside: 'ignore' } as const;
  const nps = { kind: 'range', id: 'nps', measure: 'nps', worst: 0, best: 100 } as const;
  const report = (...metrics: Metrics) =>
    buildReport(parseModel({ ...document, dimensions: [{ id: 'd', weight: 1, metrics }] }), account, { now });

  it('says that none of it applies', () => {
    expect(report(users).reason).to.deep.equal({
      code: 'not-applicable',
      sentence: 'All that the model asks for has been observed, and none of it applies.',
    });
    expect(explainReport(report(users)).headline).to.equal('No score: all is observed, and none of it applies.');
    expect(report(users, nps).reason).to.deep.equal({
      code: 'no-data',
      sentence: 'Nothing that the model asks for and that applies has been observed.',
    });
  });
});

describe('evidence in a sentence', () => {
  it('names the value and what it was held against, for every operator', () => {
    expect(told({ measure: 'waiting', gte: 1 })).to.deep.equal(['Tickets waiting: 2 (open up to 9 days); at least 1.']);
    expect(told({ measure: 'seatUseChange', lt: -0.05 })).to.deep.equal([
      'Seat use against four weeks before: −8.9% (from 75% to 68.3%); below −5%.',
    ]);
    expect(told({ measure: 'seatUse', lte: 0.7 })).to.deep.equal(['Seat use: 68.3% (41 of 60); at most 70%.']);
    expect(told({ fact: 'seats', gt: 50 })).to.deep.equal(['Seats: 60; above 50.']);
    expect(told({ fact: 'seats', gte: 50, lt: 100 })).to.deep.equal([
      'Seats: 60; below 100.',
      'Seats: 60; at least 50.',
    ]);
    expect(told({ fact: 'trial', eq: true })).to.deep.equal(['Trial: yes.']);
    expect(told({ fact: 'plan', ne: 'free' })).to.deep.equal(['Plan: “pro”; not “free”.']);
    expect(told({ fact: 'plan', in: ['pro', 'team'] })).to.deep.equal(['Plan: “pro”; one of “pro”, “team”.']);
    expect(told({ not: { fact: 'plan', in: ['free', 'basic'] } })).to.deep.equal([
      'Plan: “pro”; none of “free”, “basic”.',
    ]);
    expect(told({ measure: 'nps', known: false })).to.deep.equal(['NPS: not observed.']);
    expect(told({ fact: 'plan', known: true })).to.deep.equal(['Plan: “pro”.']);
  });

  it('says in words what a number is only a code for, and on no side of an edge', () => {
    const imported = { kind: 'done', event: 'imported', deadline: '14d', after: 'start', label: 'Import' } as const;
    const signals = [{ id: 's', effect: 'risk', severity: 'low', when: { measure: 'imported', lt: 0 } } as const];
    const measures = { ...document.measures, imported };
    const report = buildReport(parseModel({ ...document, measures, signals }), account, { now });
    expect(report.signals[0]?.evidence[0]).to.include({ said: 'missed', value: -1, sentence: 'Import: missed.' });
  });

  it('turns what a rule denies round', () => {
    expect(told({ not: { fact: 'seats', lt: 50 } })).to.deep.equal(['Seats: 60; at least 50.']);
    expect(told({ not: { fact: 'seats', gte: 70 } })).to.deep.equal(['Seats: 60; below 70.']);
    expect(told({ not: { fact: 'plan', eq: 'free' } })).to.deep.equal(['Plan: “pro”; not “free”.']);
    expect(told({ not: { measure: 'nps', known: true } })).to.deep.equal(['NPS: not observed.']);
  });

  it('shows the first five of many, and hands out all', () => {
    const options = ['a', 'b', 'c', 'd', 'pro', 'f'];
    const [first] = evidence({ fact: 'plan', in: options });
    expect(first?.sentence).to.equal('Plan: “pro”; one of “a”, “b”, “c”, “d”, “pro”, ….');
    expect(first?.threshold).to.deep.equal(options);
    expect(told({ fact: 'plan', in: options.slice(0, 5) })).to.deep.equal([
      'Plan: “pro”; one of “a”, “b”, “c”, “d”, “pro”.',
    ]);
  });

  it('names the figures of the score and its dimensions', () => {
    expect(told({ score: 'value', gte: 50 })).to.deep.equal(['Score: 80.4; at least 50.']);
    expect(told({ score: 'coverage', gte: 0.5 })).to.deep.equal(['Coverage: 100%; at least 50%.']);
    expect(told({ score: 'change', known: false })).to.deep.equal(['Change of the score: not observed.']);
    expect(told({ dimension: 'all-of-it', gt: 50 })).to.deep.equal(['Everything: 80.4; above 50.']);
    expect(evidence({ score: 'value', gte: 50 })[0]).to.deep.include({ subject: 'value', unit: 'number', at: null });
  });

  it('says when what it rests on was observed, and in which unit its parts are', () => {
    expect(evidence({ measure: 'users', gte: 1 })[0]).to.include({ at: before(1), unit: 'number', threshold: 1 });
    expect(evidence({ fact: 'users', gte: 1 })[0]).to.include({ at: before(1), label: 'Users' });
    expect(evidence({ fact: 'plan', eq: 'pro' })[0]).to.include({ at: null, value: 'pro' });
    expect(evidence({ measure: 'seatUseChange', lt: 0 })[0]).to.deep.include({
      unit: 'percent',
      partsUnit: 'percent',
      parts: { now: 41 / 60, before: 0.75 },
    });
    expect(evidence({ measure: 'seatUse', gt: 0 })[0]).to.deep.include({ parts: { part: 41, whole: 60 } });
  });
});
