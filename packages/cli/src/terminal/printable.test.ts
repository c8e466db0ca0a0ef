import { expect } from 'chai';
import { printable } from './printable.ts';

describe('text from outside, on a terminal', () => {
  it('does nothing to it: what would is written out', () => {
    expect(printable('\u001b[2J\u001b]0;title\u0007\r\n\u009b1m\u202ecod.exe')).to.equal(
      '\\x1b[2J\\x1b]0;title\\x07\\x0d\\x0a\\x9b1m\\u202ecod.exe',
    );
  });

  it('stays as it is otherwise', () => {
    for (const text of ['Ünïcödé & Söhne', '日本 株式会社', '👩‍👩‍👧', 'a → b', '\\x1b'])
      expect(printable(text)).to.equal(text);
  });
});
