import { readdirSync, readFileSync } from 'node:fs';
import {
  type Account,
  type AccountEvent,
  buildReport,
  type Model,
  parseAccount,
  parseModel,
  reviewModel,
} from '@hale/core';
import manifest from '@hale/core/package.json' with { type: 'json' };
import { expect } from 'chai';
import { averlund } from '../../packages/core/src/fixtures/averlund.ts';
import { choices } from '../../packages/core/src/fixtures/choices.ts';

const core = new URL('../../packages/core/', import.meta.url);
const jsonIn = (folder: string) =>
  readdirSync(new URL(folder, core)).flatMap((file) => (file.endsWith('.json') ? [`${folder}/${file}`] : []));
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, core), 'utf8'));

const now = '2026-11-14T09:00:00.000Z';
const presets = jsonIn('src/model/presets');
const examples = jsonIn('examples');
const reportOf = (model: Model) =>
  buildReport(model, parseAccount(read(`examples/accounts/${model.id}.json`)), { now });

/** What each model makes of its account: a figure that changes says that a document, or the scoring, has. */
const scores: Readonly<Record<string, number>> = {
  'assigned-values': 62,
  'b2b-saas': 89.5300180630984,
  'by-size': 72.76873335292385,
  'frequency-breadth-depth': 66.25,
  lifecycle: 63.752336709856536,
  dashboard: 84.44291428725955,
  'five-dimensions': 79.48023534980712,
  'lifecycle-guide': 71.63722307104672,
  'two-strategies': 83.09120954270747,
  'weighted-formula': 75.71122994652433,
};

for (const file of [...presets, ...examples]) {
  describe(file, () => {
    const model = parseModel(read(file));

    it('says why it is as it is, in each choice', () => {
      const silent = choices(model).flatMap(({ id, intent }) => (intent ? [] : [id]));
      expect(silent).to.deep.equal([]);
    });

    it('has nothing in it that is hardly meant', () => {
      expect(reviewModel(model)).to.deep.equal([]);
    });

    it('comes with an account that it can score', () => {
      const report = reportOf(model);
      expect(report.coverage).to.be.at.least(0.9);
      expect(report.score).to.be.closeTo(scores[model.id] ?? Number.NaN, 1e-9);
    });
  });
}

describe('the presets', () => {
  it('are the ones that the package exports', () => {
    const exported = Object.keys(manifest.exports).filter((path) => path.startsWith('./presets/'));
    const files = presets.map((file) => `./presets/${file.split('/').at(-1)?.replace('.json', '')}`);
    expect(exported.toSorted()).to.deep.equal(files.toSorted());
  });

  for (const file of presets) {
    it(`are checked models: ${file}`, async () => {
      const exported: object = await import(new URL(file.replace('.json', '.ts'), core).href);
      expect(Object.values(exported)).to.deep.equal([parseModel(read(file))]);
    });
  }
});

describe('frequency-breadth-depth, by hand', () => {
  const report = reportOf(parseModel(read('src/model/presets/frequency-breadth-depth.json')));
  const score = (id: string) => report.dimensions.find((dimension) => dimension.id === id)?.score ?? Number.NaN;

  it('scores frequency by days and by who returns', () => {
    const days = (100 * 15) / 20;
    // 12 of the 24 users were there this week; 20 % scores 0 and 80 % scores 100.
    const returning = (100 * (12 / 24 - 0.2)) / (0.8 - 0.2);
    expect(score('frequency')).to.be.closeTo((2 * days + returning) / 3, 1e-9);
  });

  it('scores breadth by seats, depth by key features, direction by the trend', () => {
    expect(score('breadth')).to.be.closeTo((100 * (24 / 40)) / 0.8, 1e-9);
    expect(score('depth')).to.be.closeTo((100 * 5) / 8, 1e-9);
    // Sixty uses in each of eight weeks: steady.
    expect(score('direction')).to.equal(50);
  });

  it('adds them up', () => {
    expect(report.score).to.be.closeTo((3 * (200 / 3) + 3 * 75 + 3 * 62.5 + 1 * 50) / 10, 1e-9);
    expect(report.score).to.equal(66.25);
  });
});

describe('frequency-breadth-depth, what is unusual', () => {
  const model = parseModel(read('src/model/presets/frequency-breadth-depth.json'));
  const weekMs = 7 * 86_400_000;

  /** The signals of an account with so many people, each of so many uses, in the weeks up to now, the latest first. */
  const fired = (weeks: readonly (readonly [people: number, uses: number])[], since = 100) => {
    const events = weeks.flatMap(([people, uses], week) => {
      const at = new Date(Date.parse(now) - (week + 0.5) * weekMs).toISOString();
      return Array.from({ length: people }, (_, n) => ({ name: 'use', at, user: `p${n}`, count: uses / people }));
    });
    const account = { id: 'a', since: new Date(Date.parse(now) - since * weekMs).toISOString(), facts: {}, events };
    return buildReport(model, parseAccount(account), { now }).signals.map(({ id }) => id);
  };
  const usual = (weeks: number, people: number, uses = 60) =>
    Array.from({ length: weeks }, () => [people, uses] as const);

  it('misses people where more than a fifth, and three at least, did not come this week', () => {
    const missed = (before: number, lately: number) =>
      fired([[lately, 60], ...usual(12, before)]).includes('below-usual');
    expect([missed(15, 12), missed(15, 11), missed(5, 3), missed(5, 2)]).to.deep.equal([false, true, false, true]);
  });

  it('sees a spike where the uses of four weeks gather to strictly more than five deviations', () => {
    // A deviation is five uses where every week is alike, and half of one is let pass each week: 2.5 + 2.5 is 5.
    const spikes = (...lately: readonly number[]) =>
      fired([...lately.map((uses) => [10, uses] as const), ...usual(14, 10)]).includes('spike');
    expect([spikes(75, 75), spikes(76, 75), spikes(60, 60, 60, 60, 200)]).to.deep.equal([false, true, false]);
  });

  it('says nothing of what is usual before three earlier weeks say so', () => {
    const weeks = [[2, 60] as const, ...usual(3, 10)];
    expect([fired(weeks, 4).includes('below-usual'), fired(weeks, 3).includes('below-usual')]).to.deep.equal([
      true,
      false,
    ]);
  });
});

describe('assigned-values, by hand', () => {
  const report = reportOf(parseModel(read('src/model/presets/assigned-values.json')));
  const given = (id: string) => report.contributions.find((one) => one.id === id)?.inDimension?.points;

  it('gives points for tasks done, fewer for those done late, and deducts those missed', () => {
    const tasks = {
      'onboarding:start': 20,
      kickoff: 10, // after 7 days of 14
      'data-imported': 10, // after 50 days of 30: half of 20
      'team-invited': -10, // not within 30 days of the kickoff
      sso: 10, // whenever
      'go-live': 25, // after 71 days of 75
    };
    for (const [id, points] of Object.entries(tasks)) expect(given(id), id).to.be.closeTo(points, 1e-9);
    expect(report.dimensions[0]?.score).to.be.closeTo(20 + 10 + 10 - 10 + 10 + 25, 1e-9);
  });

  it('gives and deducts for what they do and say', () => {
    const news = {
      'engagement:start': 40,
      usage: 10, // 120 uses, as in the four weeks before: half of 20
      feedback: 10, // positive
      tags: 10 - 20, // a referral, and the champion left
      plan: 0, // no change
      'business-review': 0, // not yet due: 90 days from 10 September
      invoices: 10, // none is overdue
    };
    for (const [id, points] of Object.entries(news)) expect(given(id), id).to.be.closeTo(points, 1e-9);
    expect(report.dimensions[1]?.score).to.be.closeTo(40 + 10 + 10 - 10 + 10, 1e-9);
  });

  it('weighs both', () => {
    expect(report.score).to.be.closeTo(0.4 * 65 + 0.6 * 60, 1e-9);
  });
});

describe('b2b-saas', () => {
  const model = parseModel(read('src/model/presets/b2b-saas.json'));
  const healthy = parseAccount(read('examples/accounts/b2b-saas.json'));
  const { events = [], facts = {} } = healthy;
  const dayMs = 86_400_000;
  const at = (daysAgo: number) => new Date(Date.parse(now) - daysAgo * dayMs).toISOString();
  const daysAgo = (event: AccountEvent) => (Date.parse(now) - Date.parse(event.at)) / dayMs;
  const lately = (event: AccountEvent) => daysAgo(event) <= 28;
  const isUse = ({ name }: AccountEvent) => name === 'use';
  const withEvents = (...more: AccountEvent[]): Account => ({ ...healthy, events: [...events, ...more] });
  const without = (gone: (event: AccountEvent) => boolean): Account => ({
    ...healthy,
    events: events.filter((event) => !gone(event)),
  });
  const withFacts = (more: Account['facts']): Account => ({ ...healthy, facts: { ...facts, ...more } });
  const uses = (change: (event: AccountEvent) => AccountEvent): Account => ({
    ...healthy,
    events: events.map((event) => (isUse(event) && lately(event) ? change(event) : event)),
  });
  const property = (name: string, values: readonly (string | boolean)[]) => {
    let n = 0;
    return uses((event) => ({
      ...event,
      properties: { ...event.properties, [name]: values[n++ % values.length] ?? null },
    }));
  };
  const fired = (account: Account) => buildReport(model, account, { now }).signals.map(({ id }) => id);
  const people = new Set(events.filter(isUse).map(({ user }) => user));
  const half = new Set([...people].slice(0, people.size / 2));

  /** For each signal, the healthy account with the one thing changed that it looks for. */
  const cases: Readonly<Record<string, Account>> = {
    'usage-drop': without((event) => isUse(event) && lately(event) && half.has(event.user)),
    'gone-quiet': without((event) => isUse(event) && daysAgo(event) <= 15),
    'urgent-ticket': withEvents({ name: 'ticket', at: at(5), until: null, properties: { priority: 'urgent' } }),
    'renewal-in-doubt': {
      ...without(({ name }) => name === 'use' || name === 'touchpoint'),
      facts: { ...facts, nps: -60, csat: 0.3 },
    },
    'key-use-drop': uses((event) => ({ ...event, count: 2 })),
    'milestone-missed': { ...without(({ name }) => name === 'milestone'), since: at(40) },
    'score-drop': {
      ...healthy,
      history: [{ at: at(28), score: 100, coverage: 1, tier: 'healthy', version: model.version }],
    },
    'ticket-spike': withEvents(
      ...[2, 3, 4, 5].map((day) => ({
        name: 'ticket',
        at: at(day),
        until: at(day - 1),
        properties: { priority: 'low' },
      })),
    ),
    'invoice-overdue': withEvents({ name: 'invoice', at: at(20), until: null }),
    'sponsor-lost': withEvents({ name: 'tag', at: at(20), properties: { tag: 'champion-left' } }),
    'slower-answers': {
      ...healthy,
      events: events.map((event) =>
        event.name === 'outreach' && daysAgo(event) < 90 ? { ...event, until: at(daysAgo(event) - 3) } : event,
      ),
    },
    'out-of-touch': without((event) => event.name === 'touchpoint' && daysAgo(event) < 100),
    'seats-full': withFacts({ seats: people.size }),
    'features-adopted': withFacts({ keyFeatures: 4 }),
    'advanced-adopted': property('level', ['advanced']),
    promoter: withFacts({ nps: 60 }),
    'many-teams': property('team', ['Dispatch', 'Planning', 'Finance']),
    'trend-holds': withFacts({ seats: people.size + 2 }),
  };

  it('has no signal to give for the healthy account', () => {
    expect(fired(healthy)).to.deep.equal([]);
  });

  it('has an account for each of its signals', () => {
    expect(Object.keys(cases).toSorted()).to.deep.equal((model.signals ?? []).map(({ id }) => id).toSorted());
  });

  for (const [id, account] of Object.entries(cases)) {
    it(`gives ${id} for an account made for it`, () => {
      expect(fired(account)).to.include(id);
    });
  }

  it('watches the deadlines that onboarding scores', () => {
    const deadlines = (of: readonly object[]) =>
      of.flatMap((one) => ('deadline' in one && 'where' in one ? [[one.where, one.deadline]] : []));
    const onboarding = model.stages?.find(({ id }) => id === 'onboarding')?.add?.adoption ?? [];
    expect(deadlines(Object.values(model.measures))).to.deep.equal(deadlines(onboarding));
  });

  it('gives the score of 1.0.0 to an account without a segment, whose stage changes nothing', () => {
    const report = buildReport(model, averlund(), { now });
    expect([report.segment, report.stage?.id]).to.deep.equal([null, 'maturity']);
    expect(report.score).to.be.closeTo(65.8238948544149, 1e-9);
  });

  it('judges a new account by what is set up, a large one by departments', () => {
    const ids = (account: Account) => buildReport(model, account, { now }).contributions.map(({ id }) => id);
    const added = (account: Account) => ids(account).filter((id) => !ids(averlund()).includes(id));
    expect(added({ ...healthy, since: at(40) })).to.include.members([
      'kickoff',
      'data-imported',
      'go-live',
      'training',
    ]);
    expect(added(withFacts({ employees: 99 }))).to.deep.equal([]);
    expect(added(withFacts({ employees: 999 }))).to.deep.equal(['feature-breadth']);
    expect(added(withFacts({ employees: 1000 }))).to.deep.equal(['departments']);
  });
});
