import { type Account, buildReport, parseModel } from '@hale/core';
import { expect } from 'chai';
import { now } from '../../packages/core/src/fixtures/account-arbitraries.ts';
import { onEveryEngine } from '../support/engines.ts';
import { modelOf, observedBy, observedHere } from '../support/observed.ts';
import { differing, scoredBy } from '../support/scored.ts';

/** Sums of decimals that end on an edge: what adds up to 1 by hand is 1 in every engine, and not a bit less. */

const ago = (hours: number) => new Date(now - hours * 3_600_000).toISOString();

/** Events a minute apart, each with an amount and a count. */
const spent = (amounts: readonly number[], counts: readonly number[] = []) =>
  amounts.map((amount, index) => ({
    name: 'use',
    at: ago((index + 1) / 60),
    until: ago(0.5 / 60),
    count: counts[index] ?? 1,
    properties: { amount },
  }));
const times = (n: number, value: number) => Array.from({ length: n }, () => value);

const measures = {
  sum: { kind: 'sum', event: 'use', of: 'amount', within: '30d' },
  average: { kind: 'average', event: 'use', of: 'amount', within: '30d' },
  count: { kind: 'count', event: 'use', within: '30d' },
  closed: { kind: 'closed', event: 'use', within: '30d' },
  median: { kind: 'median', event: 'use', of: 'amount', within: '30d' },
  reached: { kind: 'first-reached', event: 'use', reach: 5 },
} as const;

/** What is asked of the amounts and counts, and what it comes to by hand. */
const cases: readonly [name: string, events: ReturnType<typeof spent>, expected: Readonly<Record<string, number>>][] = [
  ['ten tenths', spent(times(10, 0.1)), { sum: 1, average: 0.1, count: 10 }],
  ['a thousand tenths', spent(times(1000, 0.1)), { sum: 100, average: 0.1, count: 1000 }],
  ['a hundred prices', spent(times(100, 19.99)), { sum: 1999, average: 19.99 }],
  ['tenths that cancel', spent([0.1, 0.2, -0.3]), { sum: 0, average: 0 }],
  ['a mean that lies on an edge', spent([0.05, 0.1, 0.15]), { sum: 0.3, average: 0.1 }],
  ['cents of millions', spent([1_234_567.89, 2_345_678.91, 0.1, 0.1]), { sum: 3_580_247 }],
  ['large and small', spent([1e16, 0.1, 0.2, -1e16, 0.7]), { sum: 1 }],
  ['parts of things', spent(times(50, 2), times(50, 0.1)), { sum: 10, count: 5, closed: 5, average: 2, median: 2 }],
  ['counts in the wrong order', spent([1, 1, 1], [0.3, 0.2, 0.1]), { sum: 0.6, count: 0.6, closed: 0.6 }],
  ['a thousand parts', spent(times(1000, 1), times(1000, 0.1)), { count: 100, sum: 100 }],
];

onEveryEngine('a sum of decimals', (subject) => {
  it('is what it is by hand, to the last bit', async () => {
    const model = modelOf({ m0: { kind: 'since' }, ...measures });
    const accounts = cases.map(([, events], index) => ({ id: `a${index}`, since: ago(720), events }));
    await subject.engine.fill(accounts);
    const found = await observedBy(subject.engine, model, accounts, now);
    for (const [place, [name, , expected]] of cases.entries()) {
      const here = observedHere(model, accounts[place] as Account, now);
      for (const [measure, value] of Object.entries(expected)) {
        expect(here.get(measure)?.value, `${measure} of ${name} here`).to.equal(value);
        expect(found[place]?.get(measure)?.value, `${measure} of ${name}`).to.equal(value);
      }
    }
    const [half] = [cases.findIndex(([name]) => name === 'parts of things')];
    const hours = ((found[half]?.get('reached')?.value ?? 0) * 24 - 719) * 60;
    expect(hours, 'the minute before now in which the fiftieth tenth came').to.be.closeTo(59, 1e-6);
  });

  it('falls on the same side of an edge: score, tier and signals', async () => {
    const edges = { sum: 1, average: 0.1, count: 0.6, closed: 5, tags: 0.3 };
    const model = parseModel({
      id: 'edges',
      version: '1',
      measures: {
        ...measures,
        tags: { kind: 'tags', event: 'use', of: 'amount', within: '30d', points: { '1': 0.1, '2': 0.2 } },
      },
      dimensions: [
        {
          id: 'd',
          weight: 1,
          metrics: Object.entries(edges).map(([measure, edge]) => ({
            kind: 'bands',
            id: `x-${measure}`,
            measure,
            bands: [
              { from: 0, score: 0 },
              { from: edge, score: 100 },
            ],
          })),
        },
      ],
      tiers: [
        { id: 'low', from: 0 },
        { id: 'mid', from: 20 },
        { id: 'high', from: 40 },
      ],
      minimumCoverage: 0,
      signals: Object.entries(edges).flatMap(([measure, edge]) =>
        (['gte', 'gt', 'eq'] as const).map((is) => ({
          id: `${measure}-${is}`,
          effect: 'risk' as const,
          severity: 'high' as const,
          when: { measure, [is]: edge },
        })),
      ),
    });
    const accounts = [...cases, ['tags', spent([1, 2]), {}] as const].map(([, events], index) => ({
      id: `a${index}`,
      since: ago(720),
      events,
    }));
    await subject.engine.fill(accounts);
    const found = await scoredBy(subject.engine, model, now);
    for (const [place, one] of accounts.entries())
      expect(differing(found.get(one.id), model, one, now), cases[place]?.[0]).to.deep.equal([]);
    const tenths = accounts[0] as Account;
    const fired = buildReport(model, tenths, { now: new Date(now) }).signals.map(({ id }) => id);
    expect(fired).to.include.members(['sum-gte', 'sum-eq', 'average-gte', 'average-eq']);
  });
});
