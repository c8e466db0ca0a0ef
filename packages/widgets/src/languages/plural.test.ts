import { expect } from 'chai';
import { plural } from './plural.ts';

describe('plural', () => {
  it('follows the rules of the language', () => {
    const forms = { one: 'den', few: 'dny', other: 'dní' };
    expect([1, 3, 5].map((count) => plural('cs', count, forms))).to.deep.equal(['den', 'dny', 'dní']);
    expect([0, 1, 2].map((count) => plural('en', count, { one: 'day', other: 'days' }))).to.deep.equal([
      'days',
      'day',
      'days',
    ]);
  });
});
