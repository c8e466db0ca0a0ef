import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../fixtures/refuses.ts';
import { renewalRate } from './revenue/renewal-rate.ts';
import { trainingCompletion } from './service/training-completion.ts';
import { responseRate } from './survey/response-rate.ts';
import { adoptionRate } from './usage/adoption-rate.ts';
import { breadth } from './usage/breadth.ts';
import { depth } from './usage/depth.ts';
import { frequency } from './usage/frequency.ts';
import { licenseUtilisation } from './usage/license-utilisation.ts';
import { usageRate } from './usage/usage-rate.ts';

type Ratio = (part: number | null, whole: number | null) => number | null;

/** A part that belongs to its whole, by the names of both arguments. */
const shares: readonly [Ratio, string, string][] = [
  [breadth, 'activeUsers', 'entitledUsers'],
  [depth, 'usedFeatures', 'keyFeatures'],
  [frequency, 'activeDays', 'eligibleDays'],
  [adoptionRate, 'adopters', 'eligible'],
  [trainingCompletion, 'completed', 'enrolled'],
  [responseRate, 'responded', 'delivered'],
  [renewalRate, 'renewed', 'decided'],
];

/** A part that may be more than what it is set against. */
const ratios: readonly [Ratio, string, string][] = [
  [usageRate, 'activeUsers', 'billableUsers'],
  [licenseUtilisation, 'assigned', 'purchased'],
];

for (const [ratio, part, whole] of [...shares, ...ratios]) {
  describe(ratio.name, () => {
    it(`is ${part} over ${whole}`, () => {
      expect(ratio(30, 40)).to.equal(0.75);
      expect(ratio(0, 40)).to.equal(0);
      expect(ratio(40, 40)).to.equal(1);
    });

    it('says nothing where either is unknown, or there is nothing to divide by', () => {
      expect(ratio(null, 40)).to.equal(null);
      expect(ratio(30, null)).to.equal(null);
      expect(ratio(null, null)).to.equal(null);
      expect(ratio(0, 0)).to.equal(null);
    });

    it('refuses what is no amount, by the name of the argument', () => {
      const amount = 'must be a number of 0 or more, or null where it is unknown';
      for (const wrong of [-1, Number.NaN, Infinity]) {
        expect(refusals(() => ratio(wrong, 40))).to.deep.equal([`${part} ${amount}; given ${wrong}.`]);
        expect(refusals(() => ratio(1, wrong))).to.deep.equal([`${whole} ${amount}; given ${wrong}.`]);
      }
      // What only JavaScript without types would pass.
      expect(refusals(() => ratio('30' as unknown as number, 40))).to.deep.equal([`${part} ${amount}; given "30".`]);
      expect(refusals(() => ratio(undefined as unknown as number, 40))).to.deep.equal([
        `${part} ${amount}; given nothing.`,
      ]);
    });
  });
}

describe('shares', () => {
  for (const [share, part, whole] of shares) {
    it(`refuse more than the whole (${share.name})`, () => {
      expect(refusals(() => share(41, 40))).to.deep.equal([
        `${part} must be at most ${whole} (40), of which it is a part; given 41.`,
      ]);
    });
  }

  it('lie within 0…1, climb with the part, and fall with the whole', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (a, b, c) => {
        const [less, more, whole] = [a, a + b, a + b + c];
        for (const [share] of shares) {
          const value = share(more, whole);
          if (whole === 0) expect(value).to.equal(null);
          else {
            expect(value).to.be.within(share(less, whole) ?? Number.NaN, 1);
            expect(share(more, whole + 1)).to.be.at.most(value ?? Number.NaN);
          }
        }
      }),
    );
  });
});

describe('ratios', () => {
  it('keep what is used beyond what is paid for: it is news, not an error', () => {
    for (const [ratio] of ratios) expect(ratio(50, 40)).to.equal(1.25);
  });
});
