import { expect } from 'chai';
import fc from 'fast-check';
import { dimensions, settings } from '../fixtures/group-arbitraries.ts';
import { percent, weight } from '../fixtures/metric-arbitraries.ts';
import { refusals } from '../fixtures/refuses.ts';
import { parseModel } from '../model/define-model.ts';
import { type Group, isGroup } from '../model/dimension.ts';
import { toDecimals } from '../stats/decimals.ts';
import type { Combined, Member } from './method.ts';
import { type Methodical, methodNames, methodOf } from './methods.ts';

/** Members as metrics make them: what does not count has neither a score nor points. */
const member: fc.Arbitrary<Member> = fc
  .record({
    weight,
    score: percent,
    points: fc.double({ min: -60, max: 60, noNaN: true }),
    most: fc.integer({ min: 60, max: 80 }),
    counts: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ counts, ...member }) => (counts ? member : { ...member, score: null, points: null }));
const members = fc.array(member, { maxLength: 8 });

const combine = (group: Methodical, given: readonly Member[]): Combined => methodOf(group).combine(given, group);
const by = (method: string, given: readonly Member[], more: object = {}) => combine({ method, ...more }, given);
const add = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const partsOf = ({ parts, shares }: Combined, given: readonly Member[]) =>
  parts ?? shares.map((share, index) => share * (given[index]?.score ?? 0));
const countsIn = (given: readonly Member[]) => given.some(({ score, weight }) => score !== null && weight > 0);
const of = (...scores: [weight: number, score: number | null][]): Member[] =>
  scores.map(([weight, score]) => ({ weight, score, points: null, most: weight }));

describe('methods', () => {
  it('has none that the property tests do not try, alone or in groups within groups', () => {
    const namesIn = (group: Group): string[] => [
      methodOf(group).method,
      ...group.metrics.filter(isGroup).flatMap(namesIn),
    ];
    const inner = fc
      .sample(dimensions, { numRuns: 300, seed: 1 })
      .flat()
      .flatMap(({ metrics }) => metrics.filter(isGroup).flatMap(namesIn));
    expect([...new Set(inner)].sort()).to.deep.equal(methodNames.toSorted());
    const alone = fc.sample(settings, { numRuns: 300, seed: 1 }).map((group) => methodOf(group).method);
    expect([...new Set(alone)].sort()).to.deep.equal(methodNames.toSorted());
  });

  it('gives start, parts and limit that sum to the score, which is 0–100 or none', () => {
    fc.assert(
      fc.property(settings, members, (group, given) => {
        const combined = combine(group, given);
        const { score, start = 0, limit = 0 } = combined;
        if (score === null) return;
        expect(score).to.be.within(0, 100);
        expect(start + add(partsOf(combined, given)) + limit).to.be.closeTo(score, 1e-9);
      }),
      { numRuns: 500 },
    );
  });

  it('has a score exactly where something counts, and gives what does not count no share', () => {
    fc.assert(
      fc.property(settings, members, (group, given) => {
        const combined = combine(group, given);
        const some = group.method === 'points' ? given.some(({ points }) => points !== null) : countsIn(given);
        expect(combined.score !== null).to.equal(some);
        given.forEach(({ score }, index) => {
          if (score === null) expect([combined.shares[index], partsOf(combined, given)[index]]).to.deep.equal([0, 0]);
        });
      }),
    );
  });

  it('gives the same to the last bit in whatever order its members are listed', () => {
    fc.assert(
      fc.property(settings, members, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (group, given, random) => {
        const order = given.map((_, index) => index).sort((a, b) => (random[a] ?? 0) - (random[b] ?? 0));
        const [one, other] = [
          combine(group, given),
          combine(
            group,
            order.map((index) => given[index] as Member),
          ),
        ];
        expect([other.score, other.start, other.limit]).to.deep.equal([one.score, one.start, one.limit]);
        expect(other.shares).to.deep.equal(order.map((index) => one.shares[index]));
        expect(other.parts).to.deep.equal(one.parts && order.map((index) => one.parts?.[index]));
      }),
    );
  });

  it('explains itself, and why it held a score', () => {
    fc.assert(
      fc.property(settings, (group) => {
        const { explain, explainLimit } = methodOf(group);
        for (const words of [explain(group), explainLimit?.(group)]) {
          if (words !== undefined) expect(words).to.match(/^(?!.*(undefined|NaN)).{1,299}$/);
        }
      }),
    );
    expect(methodOf({}).explain({})).to.equal('weighted mean');
    const points: object = { method: 'points', start: 50, max: 90 };
    expect(methodOf(points).explain(points)).to.equal('points added to 50');
    expect(methodOf(points).explainLimit?.(points)).to.equal('Points are held between 0 and 90.');
    const veto: object = { method: 'veto', poorBelow: 30 };
    expect(methodOf(veto).explain(veto)).to.equal('weighted mean, at most 40 with anything below 30');
  });
});

describe('weighted, worst, best and veto', () => {
  it('hand out the whole weight, whatever is missing', () => {
    const shared = fc.constantFrom('weighted', 'worst', 'best', 'veto');
    fc.assert(
      fc.property(shared, members, (method, given) => {
        if (countsIn(given)) expect(add(by(method, given).shares)).to.be.closeTo(1, 1e-9);
      }),
    );
  });

  it('hand the weight of what is missing to the others in proportion to theirs', () => {
    const given = of([1, 80], [3, 40], [4, null]);
    expect(by('weighted', given)).to.deep.equal({ score: 50, shares: [0.25, 0.75, 0] });
  });

  it('lie in the order worst, veto or weighted, best; a veto is never above the mean', () => {
    fc.assert(
      fc.property(members, percent, percent, (given, poorBelow, cap) => {
        fc.pre(countsIn(given));
        const [worst, mean, best] = ['worst', 'weighted', 'best'].map((method) => Number(by(method, given).score));
        expect(worst).to.be.at.most(Number(mean) + 1e-9);
        expect(mean).to.be.at.most(Number(best) + 1e-9);
        const vetoed = by('veto', given, { poorBelow, cap });
        expect(vetoed.score).to.be.at.most(Number(mean));
        // As both are told: what a reader cannot tell apart is not worse.
        if (toDecimals(Number(worst)) < toDecimals(poorBelow)) expect(vetoed.score).to.be.at.most(cap);
        else expect(vetoed.score).to.equal(mean);
      }),
    );
  });

  it('share a worst or best score by the weights of those that have it', () => {
    const given = of([1, 20], [3, 20], [5, 90], [0, 10], [2, null]);
    expect(by('worst', given)).to.deep.equal({ score: 20, shares: [0.25, 0.75, 0, 0, 0] });
    expect(by('best', given)).to.deep.equal({ score: 90, shares: [0, 0, 1, 0, 0] });
  });

  it('cap a mean only where something with a weight is poor, and say by how much', () => {
    expect(by('veto', of([1, 100], [1, 40])).score).to.equal(70);
    expect(by('veto', of([1, 100], [1, 39]))).to.include({ score: 40, limit: -29.5 });
    expect(by('veto', of([1, 100], [0, 0])).score).to.equal(100);
    expect(by('veto', of([1, 10], [1, 20]))).to.not.have.property('limit');
  });

  it('calls nothing poor that is told as what it is measured by', () => {
    const least = { poorBelow: 5e-324, cap: 40 };
    for (const score of [0, 5e-324]) expect(by('veto', of([1, 100], [1, score]), least).score).to.equal(50);
    const close = { poorBelow: 40 + 4e-13 };
    expect(by('veto', of([1, 100], [1, 40]), close).score).to.equal(70);
  });
});

describe('points', () => {
  const give = (...points: (number | null)[]): Member[] =>
    points.map((points) => ({ weight: 1, score: points === null ? null : 50, points, most: 20 }));

  it('adds what is given and costs to its start', () => {
    expect(by('points', give(20, -15, null), { start: 50 })).to.deep.equal({
      score: 55,
      parts: [20, -15, 0],
      shares: [0.2, 0.2, 0],
      start: 50,
      limit: 0,
    });
  });

  it('is held at both ends, and says by how much', () => {
    expect(by('points', give(80, 80))).to.include({ score: 100, limit: -60 });
    expect(by('points', give(-80), { start: 50 })).to.include({ score: 0, limit: 30 });
    const narrow = { start: 50, min: 20, max: 90 };
    expect(by('points', give(80), narrow)).to.include({ score: 90, limit: -40 });
    expect(by('points', give(-80), narrow)).to.include({ score: 20, limit: 50 });
    fc.assert(
      fc.property(members, (given) => {
        const { score } = by('points', given, narrow);
        if (score !== null) expect(score).to.be.within(20, 90);
      }),
    );
  });

  it('has no score while nothing is known, and its start where what is known gives nothing', () => {
    expect(by('points', give(null, null), { start: 50 }).score).to.equal(null);
    expect(by('points', give(0, null), { start: 50 }).score).to.equal(50);
  });

  it('refuses a start outside of its limits, and limits that meet', () => {
    const refused = (group: object) =>
      refusals(() =>
        parseModel({
          id: 'one',
          version: '1',
          measures: { m: { kind: 'fact', name: 'm' } },
          dimensions: [
            { id: 'd', weight: 1, ...group, metrics: [{ id: 'x', kind: 'range', measure: 'm', worst: 0, best: 1 }] },
          ],
          tiers: [],
        }),
      );
    expect(refused({ method: 'points', start: 10, min: 20 })).to.deep.equal([
      'dimensions[0].start must lie between min (20) and max (100), and these apart, not 10: points begin within their limits.',
    ]);
    expect(refused({ method: 'points', start: 20, min: 20, max: 20 })).to.have.length(1);
    expect(refused({ method: 'worst', cap: 40 })).to.deep.equal([
      'dimensions[0].cap says nothing to the method worst: remove it, or choose a method that knows it.',
    ]);
  });
});
