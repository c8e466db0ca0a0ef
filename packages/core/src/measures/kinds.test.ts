import { expect } from 'chai';
import fc from 'fast-check';
import { measures } from '../fixtures/measure-arbitraries.ts';
import { measureKinds } from './kinds.ts';

describe('the registry of measures', () => {
  it('has no kind that the property tests do not try', () => {
    const tried = new Set(
      fc
        .sample(measures, { numRuns: 1000, seed: 1 })
        .flatMap(Object.values)
        .map(({ kind }) => kind),
    );
    const untried = measureKinds.filter((kind) => !tried.has(kind));
    expect(untried, `fixtures/measure-arbitraries.ts lacks ${untried.join(', ')}`).to.have.length(0);
  });
});
