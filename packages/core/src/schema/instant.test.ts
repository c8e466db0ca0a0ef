import { expect } from 'chai';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { parseInstant, toInstant } from './instant.ts';
import { instant } from './primitives.ts';

const first = Date.parse('0000-01-01T00:00:00Z');
const last = Date.parse('9999-12-31T23:59:59.999Z');

describe('parseInstant', () => {
  it('gives what Date.parse gives, for every instant and with fewer digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), fc.constantFrom(17, 20, 22, 23, 24), (ms, length) => {
        const whole = toInstant(ms);
        const text = `${whole.slice(0, length - 1)}Z`;
        expect(parseInstant(text), text).to.equal(Date.parse(text));
        expect(parseInstant(whole)).to.equal(ms);
      }),
      { numRuns: 2000 },
    );
    for (const text of [
      '0000-02-29T00:00:00Z',
      '0001-01-01T00:00:00.000Z',
      '2000-02-29T23:59:59.999Z',
      toInstant(last),
    ]) {
      expect(parseInstant(text), text).to.equal(Date.parse(text));
    }
  });

  it('cuts off what is finer than a millisecond, before 1970 too', () => {
    expect(parseInstant('2026-11-14T09:00:00.1239999Z')).to.equal(Date.parse('2026-11-14T09:00:00.123Z'));
    expect(parseInstant('1969-12-31T23:59:59.9999Z')).to.equal(-1);
  });

  it('is NaN for exactly the texts that the schema refuses, minutes without seconds apart', () => {
    const almost = fc
      .tuple(fc.integer({ min: first, max: last }), fc.nat(26), fc.constantFrom('', ...'019-T:.Zz +/;٣\ud800'))
      .map(([ms, at, mark]) => toInstant(ms).slice(0, at) + mark + toInstant(ms).slice(at + 1));
    const shaped = fc
      .tuple(...['9999', '19', '39', '29', '69', '69'].map((most) => fc.nat(Number(most))))
      .map((parts) => parts.map((part, index) => String(part).padStart(index ? 2 : 4, '0')))
      .map(([year, month, day, hour, minute, second]) => `${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    fc.assert(
      fc.property(fc.oneof(almost, shaped, fc.string()), (text) => {
        const valid = z.safeParse(instant, text.replace(/^(.{16})Z$/, '$1:00Z')).success;
        expect(!Number.isNaN(parseInstant(text)), text).to.equal(valid);
      }),
      { numRuns: 5000 },
    );
    for (const text of [
      '',
      'Z',
      '2026-02-29T00:00:00Z',
      '1900-02-29T00:00:00Z',
      '2026-04-31T00:00:00Z',
      '2026-00-10T00:00:00Z',
      '2026-10-00T00:00:00Z',
      '2026-11-14T24:00:00Z',
      '2026-11-14T23:59:60Z',
      '2026-11-14T09:00:00.Z',
      '2026-11-14T09:00:00.00000000xZ',
      '2026-11-14T09:00:00+00:00',
      '+002026-11-14T09:00:00Z',
    ]) {
      expect(parseInstant(text), text).to.be.NaN;
    }
  });
});
