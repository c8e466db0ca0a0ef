import { expect } from 'chai';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { rule as sound } from '../fixtures/arbitraries.ts';
import { refusals } from '../fixtures/refuses.ts';
import { parse } from '../schema/parse.ts';
import { canHold } from './can-hold.ts';
import { rule } from './forms.ts';
import type { Rule } from './rule-kind.ts';
import { comparisons, evaluate } from './rules.ts';

const take = (value: unknown): Rule => parse(rule, value, 'the rule');
const said = (value: unknown) => refusals(() => take(value));
const nothing = { observations: new Map(), facts: new Map(), score: { value: null, change: null, coverage: null } };
const forms = 'all, any, not, measure, fact, score, dimension';

describe('the schema of rules', () => {
  it('takes every sound rule as it is', () => {
    fc.assert(
      fc.property(sound, (rule) => {
        expect(take(rule)).to.deep.equal(rule);
      }),
    );
  });

  it('tells a rule its own faults, however deep they are, and no others', () => {
    expect(said({ all: [{ measure: 'x', lte: 'a', foo: 1 }] })).to.deep.equal([
      'all[0].lte must be a finite number, not "a".',
      'all[0] has no key "foo": remove it or mend its spelling.',
    ]);
    expect(said({ any: [{ fact: 'x', eq: 1 }, { not: { fact: 'x', lt: true } }, { all: 5 }] })).to.deep.equal([
      'any[1].not.lt must be a finite number or text, not true.',
      'any[2].all must be a list, not 5.',
    ]);
    expect(said({ all: [{ score: 'valu', gt: 1 }], why: 'so' })).to.deep.equal([
      'all[0].score must be one of "value", "change", "coverage", not "valu".',
      'the rule has no key "why": remove it or mend its spelling.',
    ]);
    expect(said({ fact: 'x', in: [], known: 'yes' })).to.deep.equal([
      'in must be of at least 1 item, not a list of 0.',
      'known must be true or false, not "yes".',
    ]);
    expect(said({ not: [] })).to.deep.equal(['not must be an object, not a list of 0.']);
    expect(said({ fact: 'x' })).to.deep.equal(['the rule must have one of lt, lte, gt, gte, eq, ne, in, known.']);
  });

  it('wants one form, and says which were given', () => {
    const one = `must have exactly one of ${forms}: it has`;
    expect(said({ all: [], any: [] })).to.deep.equal([`the rule ${one} "all" and "any".`]);
    expect(said({ not: { measure: 'x', fact: 'x', lt: 1 } })).to.deep.equal([`not ${one} "measure" and "fact".`]);
    expect(said({ mesure: 'x', lt: 1 })).to.deep.equal([`the rule ${one} "mesure" and "lt".`]);
    expect(said({})).to.deep.equal([`the rule ${one} none.`]);
    expect(said(null)).to.deep.equal(['the rule must be an object, not null.']);
  });

  it('holds rules to five levels, and says so', () => {
    const nested = (levels: number, inner: unknown): unknown => (levels ? { not: nested(levels - 1, inner) } : inner);
    const compare = { fact: 'x', eq: 1 };
    expect(take(nested(4, compare))).to.deep.equal(nested(4, compare));
    expect(said(nested(5, compare))).to.deep.equal([
      'not.not.not.not must be a comparison: rules nest at most 5 levels deep.',
    ]);
    let deep: unknown = compare;
    for (let level = 0; level < 100_000; level++) deep = level % 2 ? { all: [deep] } : { not: deep };
    expect(said(deep)).to.have.length(1);
  });

  it('is not fooled by names that every object has', () => {
    expect(said(JSON.parse('{"__proto__":{"fact":"x","eq":1}}'))[0]).to.match(/it has "__proto__"\.$/);
    expect(said(Object.create({ fact: 'x', eq: 1 }))[0]).to.match(/it has none\.$/);
    expect(said(JSON.parse('{"fact":"x","__proto__":1,"eq":1}'))).to.deep.equal([
      'the rule has no key "__proto__": remove it or mend its spelling.',
    ]);
    expect(comparisons(take({ fact: '__proto__', eq: 'constructor' }), 'when')).to.have.length(1);
  });

  it('answers in few words to what is huge', () => {
    const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, 1]));
    expect(said({ fact: 'x', eq: 1, ...keys })).to.have.length(50);
    expect(said(keys).join('')).to.have.length.below(300);
    const many = Array.from({ length: 100_000 }, () => ({ fact: 1 }));
    expect(said({ all: [{ any: many }] }).length).to.be.within(1, 50);
  });

  it('refuses with a HealthError or takes what can be evaluated, whatever it is given', () => {
    const key = fc.constantFrom(
      ...forms.split(', '),
      'lt',
      'gte',
      'eq',
      'in',
      'known',
      'foo',
      '__proto__',
      'constructor',
    );
    const leaf = fc.oneof(
      fc.constantFrom<unknown>('x', '\ud800', '', 0, -0, 1e308, Number.NaN, Number.POSITIVE_INFINITY, true, null),
      fc.constantFrom<unknown>(undefined, [], {}, ['x', 1], new Date(0), new Map(), () => 1, 1n, Symbol('x')),
    );
    const { wild } = fc.letrec<{ wild: unknown }>((tie) => ({
      wild: fc.oneof(
        { maxDepth: 6, withCrossShrink: true },
        leaf,
        fc.array(tie('wild'), { maxLength: 3 }),
        fc.dictionary(key, tie('wild'), { maxKeys: 3 }),
        fc.record({ all: fc.array(tie('wild'), { maxLength: 3 }) }),
        fc.record({ fact: fc.constant('x'), eq: leaf }),
      ),
    }));
    fc.assert(
      fc.property(fc.oneof(wild, fc.jsonValue()), (value) => {
        let taken: Rule;
        try {
          taken = take(value);
        } catch {
          // Anything but a HealthError is thrown on.
          expect(said(value)).to.not.be.empty;
          return;
        }
        expect(comparisons(taken, '')).to.not.be.empty;
        expect(evaluate(taken, nothing).truth).to.be.oneOf([true, false, null]);
        expect(canHold(taken)).to.be.a('boolean');
      }),
      { numRuns: 2000 },
    );
  });

  it('is a union of its forms in JSON Schema', () => {
    const { anyOf = [] } = z.toJSONSchema(rule, { io: 'input', reused: 'inline' });
    const keys = anyOf.map((form) => Object.keys(form.properties ?? {})[0]);
    expect(keys.join(', ')).to.equal(forms);
    for (const form of anyOf) expect(form.additionalProperties).to.equal(false);
  });
});
