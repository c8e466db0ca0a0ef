import { expect } from 'chai';
import fc from 'fast-check';
import { rule, rulesOf, subjects } from '../fixtures/arbitraries.ts';
import type { Scalar } from '../schema/primitives.ts';
import { canHold, coveredBy } from './can-hold.ts';
import type { Rule, RuleSubjects } from './rule-kind.ts';
import { evaluate } from './rules.ts';

const isTrue = (rule: Rule, given: RuleSubjects): boolean => evaluate(rule, given).truth === true;
const m = (compare: object): Rule => ({ measure: 'm', ...compare });
const f = (compare: object): Rule => ({ fact: 'f', ...compare });
const value = (compare: object): Rule => ({ score: 'value', ...compare });

const never: Rule[] = [
  m({ lt: 1, gt: 5 }),
  m({ lt: 1, gte: 1 }),
  m({ eq: 1, ne: 1 }),
  m({ known: false, gt: 5 }),
  m({ lt: -Number.MAX_VALUE }),
  // Typed, not parsed: a measure is never text.
  m({ lt: 'a' }),
  { all: [m({ lt: 1 }), m({ gt: 5 })] },
  { all: [f({ eq: 'a' }), f({ eq: 'b' })] },
  { all: [f({ in: ['a', 1] }), f({ in: ['b', 2] })] },
  { all: [f({ gte: 'a' }), f({ lt: 1 })] },
  { all: [f({ gt: 'a' }), f({ lt: 'a\0' })] },
  { all: [f({ lt: '' })] },
  { all: [m({ known: false }), { any: [m({ gt: 1 }), m({ lte: 1 })] }] },
  { any: [m({ lt: 1, gt: 5 }), f({ eq: 'a', ne: 'a' })] },
  // Under `not`, a comparison is true only of a value that is known.
  { all: [m({ known: false }), { not: m({ gt: 5 }) }] },
  { not: { any: [m({ gte: 1 }), m({ lt: 1 })] } },
  { all: [{ not: { all: [f({ eq: 'a' }), f({ known: true })] } }, f({ eq: 'a' })] },
  value({ gt: 100 }),
  value({ lt: 0 }),
  value({ eq: 150 }),
  value({ gt: 120, lt: 150 }),
  { score: 'coverage', gt: 1 },
  { score: 'change', lt: -100 },
  { dimension: 'd', gt: 100 },
];

const sometimes: Rule[] = [
  m({ lt: 5, gt: 1 }),
  m({ gt: 1e300 }),
  m({ gt: 0, lt: 5e-324 * 2 }),
  m({ known: false }),
  { not: m({ known: true }) },
  { all: [m({ lt: 1 }), { measure: 'n', gt: 5 }] },
  { all: [f({ in: ['a', 'b'] }), f({ in: ['b', 'c'] })] },
  { all: [f({ ne: 'a' }), f({ ne: 'b' })] },
  { all: [f({ gt: '2026-01-01' }), f({ lt: '2026-01-02' })] },
  { not: { all: [f({ eq: 'a' }), f({ eq: 'b' })] } },
  value({ gte: 100 }),
  value({ lte: 0 }),
  { score: 'coverage', gte: 1 },
];

describe('canHold', () => {
  it('says of what contradicts itself that it can never be true', () => {
    for (const rule of never) expect(canHold(rule), JSON.stringify(rule)).to.equal(false);
  });

  it('lets pass what may be true of some account', () => {
    for (const rule of sometimes) expect(canHold(rule), JSON.stringify(rule)).to.equal(true);
  });

  it('never calls impossible what is true of a random account', () => {
    fc.assert(
      fc.property(rule, subjects, (rule, given) => {
        if (isTrue(rule, given)) expect(canHold(rule)).to.equal(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives up, and says that it can, rather than hang', () => {
    const each = (of: (index: number) => Rule) => Array.from({ length: 50 }, (_, index) => of(index));
    const choices: Rule = {
      all: each((a) => ({ any: each((b) => ({ measure: `m${a}-${b}`, gt: b })) })),
    };
    expect(canHold(choices)).to.equal(true);
    expect(canHold({ all: [choices, m({ lt: 1, gt: 5 })] })).to.equal(true);
    const countries = Array.from({ length: 100 }, (_, index) => `country ${index}`);
    expect(canHold({ all: each((a) => ({ any: each(() => f({ in: countries.map((name) => name + a) })) })) })).to.equal(
      true,
    );
  });
});

describe('coveredBy', () => {
  const size = (gte: number): Rule => ({ fact: 'employees', gte });

  it('finds what can no longer win', () => {
    expect(coveredBy(size(1000), [size(100)])).to.equal(true);
    expect(coveredBy(size(100), [size(1000)])).to.equal(false);
    expect(coveredBy({ fact: 'employees', gt: 5, lt: 10 }, [{ fact: 'employees', lt: 7 }, size(7)])).to.equal(true);
    expect(coveredBy({ fact: 'employees', known: true }, [{ fact: 'employees', lt: 7 }, size(7)])).to.equal(false);
    expect(coveredBy(value({ known: true }), [value({ lt: 7 }), value({ gte: 7 })])).to.equal(true);
    expect(coveredBy({ all: [f({ eq: 'a' }), size(10)] }, [{ any: [f({ in: ['a', 'b'] }), size(100)] }])).to.equal(
      true,
    );
    expect(coveredBy(f({ in: ['a', 'b'] }), [f({ eq: 'a' }), f({ eq: 'b' })])).to.equal(true);
    expect(coveredBy(f({ in: ['a', 'c'] }), [f({ eq: 'a' }), f({ eq: 'b' })])).to.equal(false);
  });

  it('knows that what is missing is neither below nor above', () => {
    expect(coveredBy(f({ eq: 'a' }), [size(7), { fact: 'employees', lt: 7 }])).to.equal(false);
    const known: Rule = { fact: 'employees', lt: 7 };
    expect(coveredBy(f({ eq: 'a' }), [size(7), known, { fact: 'employees', known: false }])).to.equal(false);
    expect(coveredBy(value({ gte: 7 }), [m({ lt: 7 }), m({ gte: 7 }), m({ known: false })])).to.equal(true);
  });

  it('has nothing to cover with before the first, and covers what cannot hold', () => {
    expect(coveredBy(size(1), [])).to.equal(false);
    expect(coveredBy(m({ lt: 1, gt: 5 }), [])).to.equal(true);
  });

  it('sees through many that overlap', () => {
    const segments = Array.from(
      { length: 40 },
      (_, index): Rule => ({
        all: [{ fact: 'industry', eq: `industry ${index}` }, size(index)],
      }),
    );
    const last: Rule = { fact: 'industry', eq: 'industry 40' };
    expect(coveredBy({ all: [last, size(0)] }, segments)).to.equal(false);
    expect(coveredBy({ all: [last, size(0)] }, [...segments, last])).to.equal(true);
    expect(coveredBy({ all: [{ fact: 'industry', eq: 'industry 39' }, size(50)] }, segments)).to.equal(true);
  });

  it('is right about random accounts', () => {
    fc.assert(
      fc.property(rule, fc.array(rule, { maxLength: 4 }), subjects, (rule, earlier, given) => {
        if (!isTrue(rule, given) || earlier.some((one) => isTrue(one, given))) return;
        expect(coveredBy(rule, earlier)).to.equal(false);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('canHold and coveredBy', () => {
  // All that two measures and a fact can be, as far as rules with these thresholds can tell.
  const numbers = [null, -1, 0, 0.5, 1, 2];
  const facts: (Scalar | null)[] = [null, -1, 0, 0.5, 1, 2, true, false, '', 'a', 'b'];
  const worlds = numbers.flatMap((a) =>
    numbers.flatMap((b) =>
      facts.map(
        (fact): RuleSubjects => ({
          observations: new Map([
            ['a', { value: a, at: null }],
            ['b', { value: b, at: null }],
          ]),
          facts: new Map([['f', { value: fact, at: null }]]),
          score: { value: null, change: null, coverage: null },
        }),
      ),
    ),
  );
  const operator = fc.constantFrom('lt', 'lte', 'gt', 'gte', 'eq', 'ne');
  const small = rulesOf(
    fc.oneof(
      fc
        .tuple(fc.constantFrom('a', 'b'), operator, fc.constantFrom(0, 1))
        .map(([measure, is, threshold]) => ({ measure, [is]: threshold })),
      fc.tuple(operator, fc.constantFrom<Scalar>(0, 1, 'a')).map(([is, threshold]) => f({ [is]: threshold })),
      fc.constantFrom<Rule>(f({ in: ['a', 1] }), f({ eq: true }), f({ known: true }), { measure: 'a', known: false }),
    ),
  );

  it('answer as a search through all there is does', () => {
    fc.assert(
      fc.property(small, fc.array(small, { maxLength: 3 }), (rule, earlier) => {
        const holding = worlds.filter((world) => isTrue(rule, world));
        expect(canHold(rule)).to.equal(holding.length > 0);
        const covered = holding.every((world) => earlier.some((one) => isTrue(one, world)));
        expect(coveredBy(rule, earlier)).to.equal(covered);
      }),
      { numRuns: 300 },
    );
  });
});
