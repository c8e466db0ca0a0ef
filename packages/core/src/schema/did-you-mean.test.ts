import { expect } from 'chai';
import fc from 'fast-check';
import { didYouMean } from './did-you-mean.ts';

const known = ['weight', 'worst', 'best', 'measure', 'use', 'users', 'staleAfter', 'constructor'];
const meant = (name: unknown) => /"(.*)"/.exec(didYouMean(name, known))?.[1] ?? null;

describe('didYouMean', () => {
  it('finds what a letter too many, too few, another or a swap has made of a name', () => {
    expect(['wieght', 'wrost', 'bests', 'mesure', 'staleafter', 'uses'].map(meant)).to.deep.equal([
      'weight',
      'worst',
      'best',
      'measure',
      'staleAfter',
      'use',
    ]);
    expect(meant('wheigt')).to.equal('weight');
  });

  it('says nothing where no name is near, where a name is too short to tell, and of what is no text', () => {
    expect([...['colour', 'us', '', 'wgt'], ['best'], 4, null, undefined, {}].map(meant)).to.deep.equal(
      Array.from({ length: 9 }, () => null),
    );
    expect(didYouMean('wieght', [])).to.equal('');
  });

  it('finds every name of six letters or more that has two slips', () => {
    const slip = fc.tuple(fc.constantFrom('in', 'out', 'swap', 'else'), fc.nat(), fc.constantFrom('x', '-', '李'));
    const slipped = (text: string, [how, place, letter]: [string, number, string]) => {
      const at = place % text.length;
      const [head, tail] = [text.slice(0, at), text.slice(at)];
      if (how === 'in') return head + letter + tail;
      if (how === 'out') return head + tail.slice(1);
      if (how === 'swap') return head + (tail[1] ?? '') + tail[0] + tail.slice(2);
      return head + letter + tail.slice(1);
    };
    fc.assert(
      fc.property(fc.constantFrom('minimumCoverage', 'hysteresis', 'dimensions'), slip, (name, one) => {
        expect(didYouMean(slipped(name, one), ['tiers', name])).to.equal(` Did you mean "${name}"?`);
      }),
    );
  });
});
