import type { AccountScore } from '@hale/core';
import { expect } from 'chai';

/** Fails where two scores differ: in a figure by more than a billionth (of a thousand, where it is more), in anything else at all. */
export function expectSameScore(found: AccountScore, expected: AccountScore, where: string): void {
  expectAlike(found, expected, where);
  const points = [...found.contributions, ...found.held].map((one) => one.points ?? 0);
  if (found.score !== null) expect(points.reduce((all, one) => all + one, 0)).to.equal(found.score);
}

function expectAlike(found: unknown, expected: unknown, where: string): void {
  if (typeof found === 'number' && typeof expected === 'number') {
    expect(found, where).to.be.closeTo(expected, 1e-9 * Math.max(1, Math.abs(expected) / 1000));
  } else if (
    found &&
    expected &&
    typeof found === 'object' &&
    typeof expected === 'object' &&
    !Object.is(found, expected)
  ) {
    expect(Object.keys(found), where).to.include.members(Object.keys(expected).filter(isTold));
    for (const [key, one] of Object.entries(expected)) {
      if (!isTold(key)) continue;
      expectAlike((found as Record<string, unknown>)[key], one, `${where}.${key}`);
    }
  } else {
    expect(found, where).to.equal(expected);
  }
}

/** A place that groups keep while they are scored. */
const isTold = (key: string): boolean => key !== 'next';
