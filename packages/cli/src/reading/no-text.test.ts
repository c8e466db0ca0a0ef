import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import fc from 'fast-check';
import { noTextAtAll, noTextFinder } from './no-text.ts';

/** The place found in bytes that come in pieces of this length. */
function find(bytes: Buffer, length: number) {
  const look = noTextFinder();
  for (let at = 0; at < bytes.length; at += length) {
    const place = look(bytes.subarray(at, at + length), false);
    if (place) return place;
  }
  return look(Buffer.alloc(0), true);
}

describe('the place where bytes cease to be text', () => {
  it('is found by line and character, whatever ends lines', () => {
    const bytes = Buffer.concat([Buffer.from('é\r\nü€\rab\n'), Buffer.from('c\xe9d\n', 'latin1')]);
    for (const length of [1, 2, 5, 100]) expect(find(bytes, length)).to.deep.equal({ line: 4, character: 2 });
    expect(find(Buffer.from('aé\nb\rcé').subarray(0, -1), 3)).to.deep.equal({ line: 3, character: 2 });
  });

  it('is the same however the bytes are cut, and nowhere in text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '€', '😀', '\n', '\r', '\r\n') });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 9 }), (before, after, length) => {
        expect(find(Buffer.from(before + after), length)).to.equal(null);
        const lines = before.split(/\r\n|\r|\n/);
        // What is cut here would be one end of a line with it.
        fc.pre(!before.endsWith('\r'));
        const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)]);
        expect(find(bytes, length)).to.deep.equal({ line: lines.length, character: (lines.at(-1) ?? '').length + 1 });
      }),
    );
  });

  it('is the beginning of UTF-16, with its mark or without, and of what is zipped', () => {
    const words = ['id', '\uFEFFid'].flatMap((text) => {
      const bytes = Buffer.from(text, 'utf16le');
      return [bytes, Buffer.from(bytes).swap16()];
    });
    for (const bytes of words) expect(noTextAtAll(bytes)).to.equal('is UTF-16: save it anew as UTF-8.');
    expect(noTextAtAll(gzipSync('id'))).to.match(/^is zipped:/);
    for (const text of ['', 'i', 'id', '\uFEFFid']) expect(noTextAtAll(Buffer.from(text)), text).to.equal(null);
  });
});
