import { expect } from 'chai';
import fc from 'fast-check';
import { cursorsSignedWith } from './cursor.ts';

describe('cursors', () => {
  const cursors = cursorsSignedWith('secret');
  const key = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
  );
  const place = fc.record({ key: key.map((value) => (value === 0 ? 0 : value)), id: fc.string({ unit: 'grapheme' }) });

  it('give back the very place they were written for, and fit into an address as they are', () => {
    fc.assert(
      fc.property(place, fc.string(), (written, query) => {
        const cursor = cursors.write(written, query);
        expect(cursor).to.match(/^[\w.-]+$/);
        expect(cursors.read(cursor, query)).to.deep.equal(written);
      }),
    );
  });

  it('are worth nothing with one character changed, with another query or another secret', () => {
    fc.assert(
      fc.property(place, fc.nat(), fc.constantFrom(...'aB3-_.'), (written, position, character) => {
        const cursor = cursors.write(written, 'query');
        const at = position % cursor.length;
        const changed = cursor.slice(0, at) + character + cursor.slice(at + 1);
        expect(cursors.read(changed, 'query') === null).to.equal(changed !== cursor);
        expect(cursors.read(cursor, 'another')).to.equal(null);
        expect(cursorsSignedWith('other').read(cursor, 'query')).to.equal(null);
      }),
    );
  });
});
