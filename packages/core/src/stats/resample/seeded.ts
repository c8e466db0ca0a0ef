import { mustBe } from '../must-be.ts';

/** Gives numbers of 0…1, 1 exclusive, one after the other, as `Math.random` does. */
export type Generator = () => number;

/**
 * A generator whose numbers follow from a whole-number seed, the same in every engine, so that what is drawn can be
 * drawn again. Not for secrets. Mulberry32 by Tommy Ettinger.
 */
export function seeded(seed: number): Generator {
  mustBe(Number.isSafeInteger(seed), 'seed', 'a whole number', seed);
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
