import { expect } from 'chai';
import fc from 'fast-check';
import { account as anyAccount, model as anyModel, now } from '../fixtures/arbitraries.ts';
import { buildReport, type ModelDocument, parseModel } from '../index.ts';
import { canHold } from '../rules/can-hold.ts';
import { compareVersions } from '../schema/version.ts';
import { reachesIn } from './check-signals.ts';
import { canonical } from './definition.ts';
import { diffModels, suggestVersion } from './diff-models.ts';

const base: ModelDocument = parseModel({
  id: 'm',
  version: '4',
  measures: {
    users: { kind: 'distinct', event: 'use', of: 'user', within: '28d', label: 'Active users' },
    seats: { kind: 'fact', name: 'seats' },
    use: { kind: 'ratio', of: 'users', over: 'seats' },
    nps: { kind: 'fact', name: 'nps' },
    tenure: { kind: 'since' },
    quiet: { kind: 'since', event: 'use', label: 'Days since anyone used it' },
  },
  dimensions: [
    {
      id: 'adoption',
      weight: 35,
      metrics: [
        { kind: 'range', id: 'seat-use', label: 'Seats in use', measure: 'use', worst: 0, best: 0.85, weight: 3 },
        { kind: 'range', id: 'users', measure: 'users', worst: 0, best: 50 },
      ],
    },
    {
      id: 'sentiment',
      weight: 65,
      metrics: [{ kind: 'range', id: 'nps', label: 'NPS', measure: 'nps', worst: 0, best: 60 }],
    },
  ],
  tiers: [
    { id: 'watch', from: 0 },
    { id: 'healthy', from: 70 },
  ],
  segments: [
    { id: 'large', when: { fact: 'employees', gte: 1000 }, weights: { adoption: 50 } },
    { id: 'small', when: { fact: 'employees', lt: 100 } },
  ],
  stages: [{ id: 'new', when: { measure: 'tenure', lt: 90 }, metrics: { 'seat-use': { best: 0.5 } } }],
  signals: [
    { id: 'quiet', label: 'Nobody uses it', effect: 'risk', severity: 'high', when: { measure: 'quiet', gte: 14 } },
  ],
  playbooks: [{ id: 'call', steps: ['Call'] }],
});

/** The base with one thing changed, as plain JSON. */
function altered(alter: (document: ModelDocument) => void): ModelDocument {
  const copy: ModelDocument = structuredClone(base);
  alter(copy);
  return copy;
}
const told = (alter: (document: ModelDocument) => void) =>
  diffModels(base, altered(alter))
    .filter(({ kind }) => kind !== 'version')
    .map(({ path, code, effect, sentence }) => `${path} ${code} ${effect}: ${sentence}`);
const first = <T>(list: readonly T[] | undefined): T => (list as readonly T[])[0] as T;

describe('diffModels', () => {
  it('finds nothing between a model and itself', () => {
    expect(diffModels(base, structuredClone(base))).to.deep.equal([]);
  });

  it('tells of weights as shares', () => {
    expect(told((m) => Object.assign(first(m.dimensions), { weight: 43.333333 }))).to.deep.equal([
      'dimensions[0].weight changed scores: Adoption weighs 40% of the score, 35% before.',
    ]);
    expect(told((m) => Object.assign(first(first(m.dimensions).metrics), { weight: 1 }))).to.deep.equal([
      'dimensions[0].metrics[0].weight changed scores: Seats in use weighs 50% of Adoption, 75% before.',
    ]);
  });

  it('tells how a metric scores in the words of its kind, and only what differs', () => {
    expect(told((m) => Object.assign(first(first(m.dimensions).metrics), { best: 0.8 }))).to.deep.equal([
      'dimensions[0].metrics[0].best changed scores: Seats in use now scores 100 at 80%; before, 100 at 85%.',
    ]);
    expect(
      told((m) => Object.assign(first(first(m.dimensions).metrics), { outside: 'ignore', staleAfter: '30d' })),
    ).to.deep.equal([
      'dimensions[0].metrics[0].outside added scores: Seats in use: outside is ignore, not set before.',
      'dimensions[0].metrics[0].staleAfter added scores: Seats in use: stale after is 30d, not set before.',
    ]);
    expect(told((m) => Object.assign(first(first(m.dimensions).metrics), { measure: 'nps' }))).to.deep.equal([
      'dimensions[0].metrics[0].measure changed scores: Seats in use reads Nps, Use before.',
    ]);
    const flag = {
      kind: 'flag',
      id: 'seat-use',
      label: 'Seats in use',
      measure: 'use',
      weight: 3,
      whenTrue: 100,
      whenFalse: 0,
    };
    expect(
      told((m) => {
        first(m.dimensions).metrics[0] = flag as (typeof base.dimensions)[0]['metrics'][0];
      }),
    ).to.deep.equal([
      'dimensions[0].metrics[0] changed scores: Seats in use is scored by flag, by range before: 100 when so, 0 when not.',
    ]);
  });

  it('tells what came, went and moved', () => {
    expect(
      told((m) => {
        const [adoption, sentiment] = m.dimensions;
        sentiment?.metrics.push(...(adoption?.metrics.splice(1) ?? []));
      }),
    ).to.deep.equal(['dimensions[1].metrics[1] moved scores: Users is now in Sentiment, in Adoption before.']);
    expect(told((m) => m.dimensions.pop())).to.deep.equal([
      'dimensions[1] removed scores: Sentiment is no longer part of the score.',
    ]);
    const price = {
      id: 'price',
      weight: 100,
      metrics: [{ kind: 'range' as const, id: 'p', measure: 'nps', worst: 0, best: 1 }],
    };
    expect(told((m) => m.dimensions.push(price))).to.deep.equal([
      'dimensions[2] added scores: Price is new in the score and weighs 50% of it.',
    ]);
    expect(told((m) => m.dimensions.reverse())).to.deep.equal([
      'dimensions moved words: Dimensions, groups or metrics are listed in another order.',
    ]);
  });

  it('knows whether a measure can move scores, or only signals', () => {
    expect(told((m) => Object.assign(m.measures.users ?? {}, { within: '30d' }))).to.deep.equal([
      'measures.users.within changed scores: Active users: within is 30d, 28d before.',
    ]);
    expect(told((m) => Object.assign(m.measures.quiet ?? {}, { where: { key: true } }))).to.deep.equal([
      'measures.quiet.where added signals: Days since anyone used it: where is {"key":true}, not set before.',
    ]);
    expect(told((m) => Object.assign(m.measures.users ?? {}, { label: 'People' }))).to.deep.equal([
      'measures.users.label changed words: Active users is now called People.',
    ]);
  });

  it('tells of tiers, segments and what they change, signals, settings', () => {
    expect(told((m) => Object.assign(m.tiers[1] ?? {}, { from: 75, tone: 'thriving' }))).to.deep.equal([
      'tiers[1].from changed scores: Healthy begins at 75, at 70 before.',
      'tiers[1].tone added words: Healthy: tone is thriving, not set before.',
    ]);
    expect(
      told((m) =>
        Object.assign(first(m.segments), { when: { fact: 'employees', gte: 500 }, weights: { adoption: 60 } }),
      ),
    ).to.deep.equal([
      'segments[0].when changed scores: Large is told by Employees at or above 500; before, by Employees at or above 1,000.',
      'segments[0].weights.adoption changed scores: In Large, Adoption: weight is 60, 50 before.',
    ]);
    expect(
      told((m) => Object.assign(first(m.stages), { metrics: { 'seat-use': { best: 0.5, missing: null } } })),
    ).to.deep.equal(['stages[0].metrics.seat-use.missing added scores: In New, Seats in use: missing is taken out.']);
    expect(told((m) => m.segments?.reverse())).to.deep.equal([
      'segments moved scores: Segments stand in the order Small, Large; before, Large, Small.',
    ]);
    expect(told((m) => Object.assign(first(m.stages), { metrics: {}, tiers: base.tiers }))).to.deep.equal([
      'stages[0].metrics.seat-use.best removed scores: In New, Seats in use: best is no longer set, 0.5 before.',
      'stages[0].tiers added scores: New has tiers of its own.',
    ]);
    expect(told((m) => Object.assign(first(m.signals), { when: { measure: 'quiet', gte: 21 } }))).to.deep.equal([
      'signals[0].when changed signals: Nobody uses it fires on Days since anyone used it at or above 21 days; before, on Days since anyone used it at or above 14 days.',
    ]);
    expect(told((m) => Object.assign(m, { hysteresis: 2, review: { weights: 'monthly' } }))).to.deep.equal([
      'hysteresis added scores: The model: hysteresis is 2, not set before.',
      'review added words: The model: review is {"weights":"monthly"}, not set before.',
    ]);
  });

  it('tells of lists what they gained and lost', () => {
    const steps = (...texts: string[]) => told((m) => Object.assign(first(m.playbooks), { steps: texts }));
    const begin = 'playbooks[0].steps changed signals: Call: steps';
    expect(steps('Call', 'Agree a plan')).to.deep.equal([`${begin} gained “Agree a plan”.`]);
    expect(steps('Write', 'Meet')).to.deep.equal([`${begin} gained “Write”, “Meet” and lost “Call”.`]);
    expect(steps('Call', 'a', 'b', 'c', 'd')).to.deep.equal([`${begin} gained “a”, “b”, “c”, 1 more.`]);
    expect(steps('Call', 'Call')).to.deep.equal([`${begin} have changed.`]);
    const [before, after] = [
      ['a', 'b'],
      ['b', 'a'],
    ].map((steps) => altered((m) => Object.assign(first(m.playbooks), { steps }))) as [ModelDocument, ModelDocument];
    expect(diffModels(before, after)[0]?.sentence).to.equal('Call: steps are in another order.');
  });

  it('says when the version should have been raised, and by how much', () => {
    const version = (alter: (document: ModelDocument) => void) => diffModels(base, altered(alter)).at(-1)?.sentence;
    const heavier = (m: ModelDocument) => Object.assign(first(m.dimensions), { weight: 40 });
    expect(version(heavier)).to.equal('The version is 4 as before, though scores can change: make it 5.0.0.');
    expect(version((m) => Object.assign(heavier(m) && m, { version: '4.1' }))).to.equal(
      'Version 4.1, 4 before, is not enough, though scores can change: make it 5.0.0.',
    );
    expect(version((m) => Object.assign(heavier(m) && m, { version: '5' }))).to.equal('The version is 5, 4 before.');
    expect(version((m) => Object.assign(m, { version: '4.0.0' }))).to.equal(undefined);
  });

  it('suggests major, minor or patch, reading 4 as 4.0.0 and 4.1 as 4.1.0', () => {
    const suggested = (alter: (document: ModelDocument) => void, version = '4') =>
      suggestVersion({ ...base, version }, altered(alter));
    expect(suggested((m) => m.dimensions.pop())).to.equal('5.0.0');
    expect(suggested((m) => m.signals?.pop(), '4.1')).to.equal('4.2.0');
    expect(suggested((m) => Object.assign(m, { label: 'Ours' }), '4.1.7')).to.equal('4.1.8');
    expect(suggested(() => undefined, '4.1')).to.equal('4.1.0');
    expect(compareVersions('4', '4.0.0')).to.equal(0);
    expect(compareVersions('4.10', '4.9.3')).to.be.above(0);
  });

  it('tells of every difference between what segments and stages change', () => {
    const range = (best: number) => ({ kind: 'range' as const, id: 'own', measure: 'nps', worst: 0, best });
    const group = fc.record(
      {
        when: fc.constantFrom({ fact: 'a', eq: 1 }, { not: { fact: 'a', eq: 1 } }, { measure: 'nps', known: true }),
        label: fc.constantFrom('One', 'Other'),
        weights: fc.dictionary(fc.constantFrom('adoption', 'sentiment', '__proto__'), fc.integer({ min: 0, max: 3 })),
        metrics: fc.dictionary(fc.constantFrom('nps', 'users'), fc.record({ best: fc.integer({ min: 1, max: 3 }) })),
        add: fc.dictionary(
          fc.constantFrom('adoption'),
          fc.array(fc.integer({ min: 1, max: 3 }).map(range), { maxLength: 1 }),
        ),
        dimensions: fc.integer({ min: 1, max: 3 }).map((best) => [{ id: 'd', weight: 1, metrics: [range(best)] }]),
        tiers: fc.integer({ min: 1, max: 3 }).map((from) => [
          { id: 'low', from: 0 },
          { id: 'high', from },
        ]),
        minimumCoverage: fc.constantFrom(0, 1),
      },
      { requiredKeys: ['when'] },
    );
    const model = fc
      .record({ segments: fc.array(group, { maxLength: 3 }), stages: fc.array(group, { maxLength: 2 }) })
      .map(({ segments, stages }): ModelDocument => {
        const named = <G>(groups: G[]) => groups.map((one, index) => ({ ...one, id: `g${index}` }));
        return { ...base, segments: named(segments), stages: named(stages) };
      });
    const told = ({ segments, stages }: ModelDocument) =>
      canonical([segments, stages]).replaceAll(/,?"[a-z]+":(\{\}|\[\])/g, '');
    fc.assert(
      fc.property(model, model, (a, b) => {
        fc.pre(told(a) !== told(b));
        expect(diffModels(a, b)).to.not.deep.equal([]);
        expect(diffModels(a, a)).to.deep.equal([]);
      }),
      { numRuns: 300 },
    );
  });

  it('tells of every difference, and calls none harmless that moves a score', () => {
    const mixed = fc
      .tuple(
        anyModel,
        anyModel,
        fc.subarray(['measures', 'dimensions', 'tiers', 'signals', 'score', 'minimumCoverage'] as const),
      )
      .map(([a, b, keys]) => [a, { ...a, ...Object.fromEntries(keys.map((key) => [key, b[key]])) }] as const)
      // Of the measures of one, a rule on those of the other may ask what they cannot be.
      .filter(([, { measures, signals = [] }]) => signals.every(({ when }) => canHold(when, reachesIn({ measures }))));
    fc.assert(
      fc.property(mixed, anyAccount, ([a, b], account) => {
        const changes = diffModels(a, b);
        expect(changes.length > 0).to.equal(canonical(a) !== canonical(b));
        expect(diffModels(b, a).length > 0).to.equal(changes.length > 0);
        if (changes.some(({ effect }) => effect === 'scores')) return;
        const [one, other] = [a, b].map((model) => buildReport(parseModel(model), account, { now: new Date(now) }));
        expect(other?.score).to.equal(one?.score);
        expect(other?.tier).to.equal(one?.tier);
      }),
      { numRuns: 200 },
    );
  });
});
