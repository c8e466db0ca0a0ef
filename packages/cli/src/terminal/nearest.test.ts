import { expect } from 'chai';
import { nearest } from './nearest.ts';

describe('the nearest spelling', () => {
  const words = ['accounts', 'events', 'facts', 'history', 'at', 'account_id'];

  it('is found where letters are missing, too many, wrong or swapped, in any case', () => {
    for (const [given, word] of [
      ['acounts', 'accounts'],
      ['eventss', 'events'],
      ['fects', 'facts'],
      ['hisotry', 'history'],
      ['Account_ID', 'account_id'],
      ['ta', 'at'],
    ] as const) {
      expect(nearest(given, words), given).to.equal(word);
    }
  });

  it('is none where more than a third would have to change', () => {
    for (const given of ['', 'timestamp', 'x', 'pleasehelp']) expect(nearest(given, words), given).to.equal(null);
  });
});
