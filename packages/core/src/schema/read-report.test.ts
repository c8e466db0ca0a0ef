import { expect } from 'chai';
import fc from 'fast-check';
import type * as z from 'zod/mini';
import { HealthError } from '../errors.ts';
import { ofSchema } from '../fixtures/of-schema.ts';
import { parseCustomerView, parseReport, readCustomerView, readReport } from '../report.ts';
import { customerView } from './customer-view.ts';
import { report } from './report.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What came of reading: a document, or where it is wrong and what is said of it. */
function outcome(read: () => unknown): { value: unknown } | { path: string; message: string } {
  try {
    return { value: read() };
  } catch (thrown) {
    if (!(thrown instanceof HealthError)) throw thrown;
    const [issue] = thrown.issues;
    return { path: issue?.path ?? '', message: issue?.message ?? '' };
  }
}

/** What the two say in words of their own: of what may be one of several, and of dates. */
const elsewhere = /, or | 0 or 1|that there is/;

const long = 'x'.repeat(2001);
const odd: readonly Json[] = [
  ...[
    null,
    true,
    false,
    0,
    1,
    -1,
    -1e-9,
    0.5,
    1.5,
    100.5,
    1e300,
    2 ** 40,
    '',
    'x',
    'x'.repeat(121),
    'x'.repeat(201),
    long,
  ],
  ...[
    '2026-11-14T09:00:00Z',
    '2026-02-30T09:00:00Z',
    '2026-11-14T24:00:00Z',
    '2026-11-14',
    '2026-02-29',
    '4.1.0',
    'v4',
  ],
  ...[[], {}, [null], [0, 1, 2], Array(2001).fill(0), { a: 'b' }, { code: 'no-data', sentence: '' }],
];

/** Every place in a document, as the keys that lead to it. */
function places(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (value === null || typeof value !== 'object') return [path];
  const entries = Array.isArray(value) ? value.map((item, index) => [index, item] as const) : Object.entries(value);
  return [path, ...entries.flatMap(([key, inner]) => places(inner, [...path, key]))];
}

/** The document with something else at one place; nothing at all where `instead` is undefined. */
function changed(document: Json, [key, ...rest]: readonly (string | number)[], instead: Json | undefined): Json {
  if (key === undefined) return instead ?? null;
  if (Array.isArray(document)) {
    return document.map((item, index) => (index === key ? changed(item, rest, instead) : item));
  }
  const fields = { ...(document as { [key: string]: Json }) };
  const inner = fields[key];
  if (rest.length === 0 && instead === undefined) delete fields[key];
  else if (inner !== undefined) fields[key] = changed(inner, rest, instead);
  return fields;
}

const documents: readonly [string, z.ZodMiniType, (value: unknown) => unknown, (value: unknown) => unknown][] = [
  ['readReport', report, parseReport, readReport],
  ['readCustomerView', customerView, parseCustomerView, readCustomerView],
];

for (const [name, schema, parse, read] of documents) {
  describe(name, () => {
    // What JSON has been through is what comes from a server.
    const document = ofSchema(schema).map((made): Json => JSON.parse(JSON.stringify(made)));

    it('reads what the schema takes, to the same document', () => {
      fc.assert(
        fc.property(document, (given) => {
          expect(read(given)).to.deep.equal(parse(given));
        }),
      );
    });

    it('takes and refuses as the schema does, in the same place and words', () => {
      const spoiled = fc
        .record({
          given: document,
          at: fc.nat(),
          instead: fc.option(fc.constantFrom(...odd), { nil: undefined, freq: 9 }),
        })
        .map(({ given, at, instead }) => {
          const all = places(given);
          return changed(given, all[at % all.length] ?? [], instead);
        });
      fc.assert(
        fc.property(spoiled, (given) => {
          const expected = outcome(() => parse(given));
          const found = outcome(() => read(given));
          if ('value' in found || 'value' in expected) expect(found).to.deep.equal(expected);
          else {
            expect(found.path).to.equal(expected.path);
            if (!elsewhere.test(expected.message)) expect(found.message).to.equal(expected.message);
          }
        }),
        { numRuns: 300 },
      );
    });
  });
}
