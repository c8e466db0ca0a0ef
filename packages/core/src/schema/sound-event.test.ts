import { expect } from 'chai';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { event } from './account.ts';

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    ...[undefined, null, '', 0, -1, Number.NaN, Infinity, [], {}, new Date(0), Symbol('a')],
    ...['2026-11-14T09:00Z', '2026-02-30T09:00:00Z', '2026-11-14T09:00:00.Z', 'a'.repeat(201), 'a'.repeat(2001)],
    ...[{ [Symbol('a')]: 1 }, JSON.parse('{"__proto__":1,"a":2}'), Object.create({ a: 1 }), { a: { b: 1 } }],
    ...[{ ['a'.repeat(201)]: 1 }, { '': 1 }, { a: 'a'.repeat(2001) }, { a: undefined }, { a: 1e308, b: null }],
  ),
  fc.anything(),
);
const instant = fc.constantFrom('2026-11-14T09:00:00Z', '2026-11-14T09:00:00.000Z', '2026-11-14T09:00:00.123456Z');
const scalar = fc.oneof(fc.string(), fc.boolean(), fc.double(), fc.constant(null));
const sound = {
  name: fc.string({ minLength: 1 }),
  at: instant,
  until: fc.oneof(instant, fc.constant(null)),
  user: fc.string({ minLength: 1 }),
  count: fc.double({ min: 1e-9, noNaN: true, noDefaultInfinity: true }),
  properties: fc.dictionary(fc.string({ minLength: 1 }), scalar),
};

/** Sound events with some fields left out, and some that are odd. */
const events = fc
  .tuple(
    fc.record(sound, { requiredKeys: ['name', 'at'] }),
    fc.dictionary(fc.constantFrom(...Object.keys(sound), 'more', '__proto__', 'constructor'), odd, { maxKeys: 2 }),
    fc.boolean(),
  )
  .map(([given, other, isOdd]): unknown => (isOdd ? { ...given, ...other } : given));

describe('an event that is plainly sound', () => {
  it('is taken, and turned down, exactly as by the schema alone', () => {
    const alone = z.strictObject({ ...event.shape });
    fc.assert(
      fc.property(fc.oneof(events, odd), (given) => {
        expect(z.safeParse(event, given)).to.deep.equal(z.safeParse(alone, given));
      }),
      { numRuns: 3000 },
    );
  });

  it('is copied, so that what is done to the one that was given changes nothing', () => {
    const given = { name: 'use', at: '2026-11-14T09:00:00.000Z', properties: { feature: 'Exports' } };
    const taken = z.parse(event, given);
    given.properties.feature = 'Imports';
    expect(taken).to.deep.equal({ ...given, properties: { feature: 'Exports' } });
  });
});
