import { expect } from 'chai';
import fc from 'fast-check';
import { rule } from '../fixtures/arbitraries.ts';
import type { Rule, RuleSubjects, Truth } from './rule-kind.ts';
import { comparisons, evaluate } from './rules.ts';

const figure = fc.oneof(fc.constant(null), fc.integer({ min: -6, max: 6 }));
const subjects: fc.Arbitrary<RuleSubjects> = fc
  .record({
    values: fc.array(figure, { minLength: 6, maxLength: 6 }),
    fact: fc.oneof(figure, fc.constantFrom('text', true)),
  })
  .map(({ values, fact }) => ({
    observations: new Map(values.map((value, index) => [`m${index}`, { value, at: null }])),
    facts: new Map([['trial', { value: fact, at: null }]]),
    score: { value: values[0] ?? null, change: null, coverage: 0.5 },
  }));

const truth = (rule: Rule, given: RuleSubjects): Truth => evaluate(rule, given).truth;
const known = (value: number | string | boolean | null): RuleSubjects => ({
  observations: new Map([['m', { value: typeof value === 'number' ? value : null, at: null }]]),
  facts: new Map([['f', { value, at: null }]]),
  score: { value: null, change: null, coverage: null },
});

describe('rules', () => {
  it('compares numbers, text and truth values', () => {
    expect(truth({ measure: 'm', lt: 2 }, known(1))).to.equal(true);
    expect(truth({ measure: 'm', lt: 1 }, known(1))).to.equal(false);
    expect(truth({ measure: 'm', lte: 1, gte: 1 }, known(1))).to.equal(true);
    expect(truth({ measure: 'm', gt: 0, lt: 1 }, known(1))).to.equal(false);
    expect(truth({ fact: 'f', eq: 'pro' }, known('pro'))).to.equal(true);
    expect(truth({ fact: 'f', ne: 'pro' }, known('pro'))).to.equal(false);
    expect(truth({ fact: 'f', in: ['pro', 'max'] }, known('max'))).to.equal(true);
    expect(truth({ fact: 'f', eq: false }, known(false))).to.equal(true);
  });

  it('does not know what is missing, or of another type', () => {
    expect(truth({ measure: 'm', lt: 2 }, known(null))).to.equal(null);
    expect(truth({ measure: 'other', lt: 2 }, known(1))).to.equal(null);
    expect(truth({ fact: 'f', ne: 'pro' }, known(null))).to.equal(null);
    expect(truth({ fact: 'f', lt: 2 }, known('1'))).to.equal(null);
    expect(truth({ score: 'change', lt: -10 }, known(1))).to.equal(null);
  });

  it('is three-valued, as in SQL', () => {
    const [yes, no, unknown]: Rule[] = [
      { measure: 'm', eq: 1 },
      { measure: 'm', eq: 0 },
      { measure: 'gone', eq: 0 },
    ];
    const table = (form: 'all' | 'any') =>
      [yes, no, unknown].map((a) =>
        [yes, no, unknown].map((b) => truth({ [form]: [a, b] } as unknown as Rule, known(1))),
      );
    expect(table('all')).to.deep.equal([
      [true, false, null],
      [false, false, false],
      [null, false, null],
    ]);
    expect(table('any')).to.deep.equal([
      [true, true, true],
      [true, false, null],
      [true, null, null],
    ]);
    expect([yes, no, unknown].map((rule) => truth({ not: rule as Rule }, known(1)))).to.deep.equal([false, true, null]);
  });

  it('obeys the laws of logic', () => {
    fc.assert(
      fc.property(rule, rule, subjects, (a, b, given) => {
        const is = (rule: Rule) => truth(rule, given);
        expect(is({ not: { not: a } })).to.equal(is(a));
        expect(is({ all: [a, b] })).to.equal(is({ all: [b, a] }));
        expect(is({ any: [a, b] })).to.equal(is({ any: [b, a] }));
        expect(is({ not: { all: [a, b] } })).to.equal(is({ any: [{ not: a }, { not: b }] }));
        expect(is({ not: { any: [a, b] } })).to.equal(is({ all: [{ not: a }, { not: b }] }));
        expect(is({ all: [a, a] })).to.equal(is(a));
        expect(is({ any: [a, { all: [a, b] }] })).to.equal(is(a));
      }),
      { numRuns: 500 },
    );
  });

  it('says what decided it, turned round under not', () => {
    const verdict = evaluate(
      {
        not: {
          any: [
            { measure: 'm', lt: 0 },
            { measure: 'm', gte: 5 },
          ],
        },
      },
      known(3),
    );
    expect(verdict.truth).to.equal(true);
    expect(verdict.findings.map(({ is, threshold, value }) => [value, is, threshold])).to.deep.equal([
      [3, 'gte', 0],
      [3, 'lt', 5],
    ]);
  });

  it('leaves out of the evidence what did not decide', () => {
    const verdict = evaluate(
      {
        any: [
          { measure: 'm', lt: 0 },
          { measure: 'm', gte: 3 },
        ],
      },
      known(3),
    );
    expect(verdict.findings.map(({ is }) => is)).to.deep.equal(['gte']);
  });

  it('lists every comparison with its path', () => {
    const nested: Rule = { all: [{ not: { measure: 'a', lt: 1 } }, { any: [{ measure: 'b', lt: 1 }] }] };
    expect(comparisons(nested, 'when').map(({ path }) => path)).to.deep.equal([
      'when.all[0].not',
      'when.all[1].any[0]',
    ]);
  });
});
