import { expect } from 'chai';
import fc from 'fast-check';
import { sameVersion } from '../schema/version.ts';
import { versionPattern } from './past-rows.ts';

const matches = (text: string, version: string) => new RegExp(`^(${versionPattern(version)})$`).test(text);

describe('the pattern of a version', () => {
  it('takes every way to write it, and no other version', () => {
    for (const own of ['4', '4.0', '4.0.0', '04.00.000']) expect(matches(own, '4'), own).to.equal(true);
    for (const other of ['40', '4.1', '4.0.1', '14', '4.0.0.0', '', '4.', '4x'])
      expect(matches(other, '4'), other).to.equal(false);
    expect(matches('4.1', '4.1.0')).to.equal(true);
    expect(matches('4', '4.0.2')).to.equal(false);
    expect(matches('0', '0.0')).to.equal(true);
  });

  it('matches what is the same version', () => {
    const part = fc.constantFrom('0', '1', '2', '10', '01', '000', '002', '999999');
    const version = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(version, version, (one, other) => {
        expect(matches(one, other)).to.equal(sameVersion(one, other));
      }),
    );
  });
});
