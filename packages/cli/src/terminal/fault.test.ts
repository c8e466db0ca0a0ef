import { expect } from 'chai';
import { faultsOf } from './fault.ts';

describe('what the machine refuses', () => {
  const refused = (error: Error) => faultsOf(error)?.map(({ code, message }) => [code, message]);
  const ofNode = (code: string, message: string) =>
    Object.assign(new Error(`${code}: ${message}`), { code, syscall: 'open' });

  it('is told with what to do about it, whether Node says it or DuckDB', () => {
    for (const [error, code, remedy] of [
      [ofNode('ENOSPC', 'no space left on device, write'), 'machine', /: free some space there\.$/],
      [ofNode('EACCES', "permission denied, open 'x'"), 'machine', /: name a place that this user may use\.$/],
      [ofNode('EROFS', "read-only file system, open 'x'"), 'machine', /: name a place that this user may use\.$/],
      [ofNode('EMFILE', 'too many open files'), 'machine', /open files\.$/],
      [
        new Error('IO Error: Could not write file "x": No space left on device\nand more'),
        'machine',
        /left on device: free some space there\.$/,
      ],
      [new Error('IO Error: Cannot open file "x": Permission denied'), 'machine', /this user may use\.$/],
      [
        new Error('Out of Memory Error: failed to pin block of size 256.0 KiB (953.5 KiB/976.5 KiB used)\nmore'),
        'memory',
        /^the memory does not suffice: allow more with --memory/,
      ],
      [
        new Error('Out of Memory Error: failed to offload data block of size 256.0 KiB (1.0 GiB/1.0 GiB used).'),
        'memory',
        /: free some space/,
      ],
    ] as const) {
      const [told = []] = refused(error) ?? [];
      expect(told[0], error.message).to.equal(code);
      expect(told[1], error.message).to.match(remedy).and.not.to.include('\n');
    }
  });

  it('is nothing else: a fault of this program stays one', () => {
    for (const error of [new TypeError('x is not a function'), new Error('Binder Error: no such column'), 'text']) {
      expect(faultsOf(error)).to.equal(null);
    }
  });
});
