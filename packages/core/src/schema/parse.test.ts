import { expect } from 'chai';
import * as z from 'zod/mini';
import { refusals } from '../fixtures/refuses.ts';
import { rule } from '../rules/forms.ts';
import { attempt, parse } from './parse.ts';
import { instant, scalar } from './primitives.ts';
import { zone } from './zone.ts';

const said = (schema: z.ZodMiniType, value: unknown) => refusals(() => parse(schema, value, 'it'));

describe('parse', () => {
  it('names the forms that a value may take', () => {
    expect(said(z.union([z.number(), z.string()]), [])).to.deep.equal([
      'it must be a finite number or text, not a list of 0.',
    ]);
    const dated = z.strictObject({ value: z.nullable(scalar) }, 'an object {value}');
    expect(said(z.object({ fact: z.union([scalar, z.null(), dated]) }), { fact: [1] })).to.deep.equal([
      'fact must be a finite number, text, true or false, null, or an object {value}, not a list of 1.',
    ]);
    expect(said(z.union([z.literal(0), z.literal(1)]), 2)).to.deep.equal(['it must be 0 or 1, not 2.']);
  });

  it('tells what fits one form in type what is wrong by that form', () => {
    const either = z.union([
      z.string().check(z.maxLength(3)),
      z.strictObject({ value: z.number() }),
      z.strictObject({ list: z.array(z.object({ value: z.number() })) }),
    ]);
    expect(said(either, 'long')).to.deep.equal(['it must be of at most 3 characters, not "long".']);
    expect(said(either, { list: [{ value: 'x' }] })).to.deep.equal(['list[0].value must be a finite number, not "x".']);
    expect(said(z.nullable(z.union([z.null(), z.strictObject({ value: z.number() })])), { valu: 1 })).to.deep.equal([
      'value must be a finite number, not nothing.',
      'it has no key "valu": remove it or mend its spelling.',
    ]);
  });

  it('says what a schema says in its own words, in any language that zod is set to', () => {
    const before = z.config().localeError;
    z.config({ localeError: () => 'Ungültige Eingabe' });
    try {
      expect(said(z.number(), 'x')).to.deep.equal(['it must be a finite number, not "x".']);
      expect(said(z.number('a number of seats'), 'x')).to.deep.equal(['it must be a number of seats, not "x".']);
    } finally {
      z.config({ localeError: before });
    }
  });

  it('gives what a check of our own refuses the code of the check', () => {
    const low = z.refine(() => false, { error: 'be more', params: { code: 'too-low' } });
    const codesOf = (schema: z.ZodMiniType, value: unknown) => {
      const parsed = attempt(schema, value, 'it');
      return 'data' in parsed ? [] : parsed.issues.map(({ code }) => code);
    };
    expect(codesOf(z.number().check(low), -1)).to.deep.equal(['too-low']);
    expect(codesOf(z.number().check(z.refine(() => false)), -1)).to.deep.equal(['custom']);
    expect(codesOf(rule, { fact: 'a' })).to.deep.equal(['no-comparison']);
    expect(codesOf(rule, { fact: 'a', measure: 'b' })).to.deep.equal(['rule-form']);
    expect(codesOf(instant, '2026-02-30T00:00:00Z')).to.deep.equal(['no-such-time']);
    expect(codesOf(zone, 'Mars')).to.deep.equal(['unknown-zone']);
  });

  it('counts one thing as one', () => {
    expect(said(z.array(z.number()).check(z.minLength(1)), [])).to.deep.equal([
      'it must be of at least 1 item, not a list of 0.',
    ]);
  });

  it('lists no more than fifty faults, of however many keys', () => {
    const keys = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`key${index}`, 1]));
    expect(said(z.strictObject({}), keys)).to.have.length(50);
    expect(said(z.array(z.strictObject({})), [keys, keys])).to.have.length(50);
  });
});
