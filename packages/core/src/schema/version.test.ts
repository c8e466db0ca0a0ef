import { expect } from 'chai';
import { sameVersion } from './version.ts';

describe('sameVersion', () => {
  it('is about the version, not about how much of it is written', () => {
    for (const other of ['1', '1.0', '1.0.0', '01']) expect(sameVersion('1', other), other).to.equal(true);
    for (const other of ['2', '1.1', '1.0.1', '10']) expect(sameVersion('1', other), other).to.equal(false);
  });
});
