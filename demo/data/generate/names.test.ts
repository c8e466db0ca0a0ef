import { expect } from 'chai';
import { accountName, personName } from './names.ts';
import { Random } from './random.ts';

describe('names', () => {
  it('of accounts do not repeat within the thousands, whatever the offset', () => {
    for (const offset of [0, 4711]) {
      const names = Array.from({ length: 4000 }, (_, n) => accountName(n, offset));
      expect(new Set(names).size).to.equal(4000);
    }
  });

  it('of people do not repeat within an account of hundreds, and stand in their own script', () => {
    const taken = new Set<string>();
    const random = new Random(5);
    const names = Array.from({ length: 600 }, () => personName(random, taken));
    expect(new Set(names).size).to.equal(600);
    for (const name of names) {
      expect(name).to.match(/^(\p{Script=Han}{2,5}|[\p{Script=Arabic} -]+|[\p{Script=Latin}\p{Mark} -]+)$/u);
    }
  });
});
