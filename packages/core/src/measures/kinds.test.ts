import { expect } from 'chai';
import fc from 'fast-check';
import { busyAccount, now } from '../fixtures/account-arbitraries.ts';
import { measures } from '../fixtures/measure-arbitraries.ts';
import { indexAccount } from './account-index.ts';
import { extentsOf } from './forms.ts';
import { measureKinds } from './kinds.ts';
import { readMeasures } from './read-measures.ts';

/** Counts into `seen` how often a hundred random measures of each kind have read something. */
function look(seed: number, seen: Map<string, number>): void {
  for (const [given, account] of fc.sample(fc.tuple(measures, busyAccount), { numRuns: 100, seed })) {
    const read = readMeasures({ measures: new Map(Object.entries(given)), zone: null }, indexAccount(account), now);
    for (const [id, { value }] of read) {
      const kind = given[id]?.kind ?? '';
      if (value !== null) seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
  }
}

describe('the registry of measures', () => {
  it('has no kind that the property tests do not try, or of which they only see that it is missing', () => {
    const seen = new Map<string, number>();
    const unseen = () => measureKinds.filter((kind) => (seen.get(kind) ?? 0) < 10);
    // As many as it takes, a hundred at a time: engines differ tenfold in how fast they are at it.
    for (let seed = 1; seed <= 40 && unseen().length > 0; seed++) look(seed, seen);
    expect(unseen(), `fixtures/measure-arbitraries.ts lacks ${unseen().join(', ')}`).to.have.length(0);
  });

  it('reads no value that its kind says there cannot be', () => {
    fc.assert(
      fc.property(measures, busyAccount, (given, account) => {
        const extentOf = extentsOf(given);
        const read = readMeasures({ measures: new Map(Object.entries(given)), zone: null }, indexAccount(account), now);
        for (const [id, { value }] of read) {
          const [least, most] = extentOf(id);
          expect(value === null || (least <= value && value <= most), JSON.stringify([id, given, value])).to.equal(
            true,
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});
