import { expect } from 'chai';
import fc from 'fast-check';
import { rule, subjects } from '../fixtures/arbitraries.ts';
import type { Rule, RuleSubjects, Truth } from './rule-kind.ts';
import { comparisons, evaluate } from './rules.ts';

const truth = (rule: Rule, given: RuleSubjects): Truth => evaluate(rule, given).truth;
const known = (value: number | string | boolean | null): RuleSubjects => ({
  observations: new Map([['m', { value: typeof value === 'number' ? value : null, at: null }]]),
  facts: new Map([['f', { value, at: null }]]),
  score: { value: null, change: null, coverage: null },
  dimensions: new Map([['d', typeof value === 'number' ? value : null]]),
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

  it('asks about the score of a dimension, which is unknown where there is none', () => {
    const { dimensions: _, ...without } = known(50);
    expect(truth({ dimension: 'd', lt: 60 }, known(50))).to.equal(true);
    expect(truth({ dimension: 'd', lt: 60 }, known(null))).to.equal(null);
    expect(truth({ dimension: 'other', lt: 60 }, known(50))).to.equal(null);
    expect(truth({ dimension: 'd', lt: 60 }, without)).to.equal(null);
  });

  it('knows whether a value is there at all', () => {
    for (const value of [0, '', false]) {
      expect(truth({ fact: 'f', known: true }, known(value))).to.equal(true);
      expect(truth({ fact: 'f', known: false }, known(value))).to.equal(false);
    }
    expect(truth({ fact: 'f', known: true }, known(null))).to.equal(false);
    expect(truth({ fact: 'gone', known: false }, known(null))).to.equal(true);
    expect(truth({ fact: 'f', known: true, gt: 5 }, known(null))).to.equal(false);
  });

  it('compares text by code point, so that days are in order and emoji come after all of the basic plane', () => {
    expect(truth({ fact: 'f', lt: '2026-11-14' }, known('2026-09-30'))).to.equal(true);
    expect(truth({ fact: 'f', gte: '2026-11-14' }, known('2026-11-14'))).to.equal(true);
    expect(truth({ fact: 'f', lt: 'a' }, known('Z'))).to.equal(true);
    expect(truth({ fact: 'f', lt: 'pro' }, known('pr'))).to.equal(true);
    expect(truth({ fact: 'f', gt: '\u{ffff}' }, known('\u{1f600}'))).to.equal(true);
    expect(truth({ fact: 'f', gt: '\u{1f600}' }, known('\u{1f601}'))).to.equal(true);
  });

  it('looks among values of its own type, and does not know where a list has none', () => {
    const mixed: Rule = { fact: 'f', in: ['pro', 1] };
    expect(['pro', 'max', 1, 2, true].map((value) => truth(mixed, known(value)))).to.deep.equal([
      true,
      false,
      true,
      false,
      null,
    ]);
    expect([1, 2, true].map((value) => truth({ not: mixed }, known(value)))).to.deep.equal([false, true, null]);
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

  it('turns every comparison round under not, and back under two', () => {
    const held: Rule[] = [
      { fact: 'f', lt: 3 },
      { fact: 'f', lte: 3 },
      { fact: 'f', gt: 3 },
      { fact: 'f', gte: 3 },
      { fact: 'f', eq: 3 },
      { fact: 'f', ne: 3 },
      { fact: 'f', in: [3, 4] },
      { fact: 'f', known: true },
    ];
    const findings = (wrap: (rule: Rule) => Rule) =>
      held.flatMap((rule) => evaluate(wrap(rule), known(3)).findings.map(({ is, threshold }) => [is, threshold]));
    const straight = findings((rule) => rule);
    expect(straight.map(([is]) => is)).to.deep.equal(['lt', 'lte', 'gt', 'gte', 'eq', 'ne', 'in', 'known']);
    expect(findings((not) => ({ not }))).to.deep.equal([
      ['gte', 3],
      ['gt', 3],
      ['lte', 3],
      ['lt', 3],
      ['ne', 3],
      ['eq', 3],
      ['not-in', [3, 4]],
      ['known', false],
    ]);
    expect(findings((rule) => ({ not: { not: rule } }))).to.deep.equal(straight);
  });

  it('leaves out of the evidence what did not decide, before or after what did', () => {
    const { findings } = evaluate(
      {
        any: [
          { measure: 'm', lt: 0 },
          { measure: 'm', gte: 3 },
          { measure: 'gone', eq: 1 },
          { measure: 'm', gt: 9 },
        ],
      },
      known(3),
    );
    expect(findings.map(({ is }) => is)).to.deep.equal(['gte']);
  });

  it('gives as evidence of a comparison that failed the thresholds it failed at', () => {
    const { truth, findings } = evaluate({ not: { measure: 'm', gt: 0, lt: 1, ne: 5 } }, known(3));
    expect(truth).to.equal(true);
    expect(findings.map(({ is, threshold }) => [is, threshold])).to.deep.equal([['gte', 1]]);
  });

  it('lists every comparison with its path', () => {
    const nested: Rule = { all: [{ not: { measure: 'a', lt: 1 } }, { any: [{ measure: 'b', lt: 1 }] }] };
    expect(comparisons(nested, 'when').map(({ path }) => path)).to.deep.equal([
      'when.all[0].not',
      'when.all[1].any[0]',
    ]);
  });
});
