/**
 * Random numbers that a seed decides. The generator is sfc32 (Chris Doty-Humphrey, PractRand, 2010), its state filled
 * by splitmix32 (Sebastiano Vigna's splitmix64 with the 32-bit finaliser of MurmurHash3 by Austin Appleby).
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number) {
    let state = seed | 0;
    const fill = () => {
      state = (state + 0x9e3779b9) | 0;
      let mixed = state ^ (state >>> 16);
      mixed = Math.imul(mixed, 0x85ebca6b);
      mixed ^= mixed >>> 13;
      mixed = Math.imul(mixed, 0xc2b2ae35);
      return mixed ^ (mixed >>> 16);
    };
    this.#a = fill();
    this.#b = fill();
    this.#c = fill();
    // The first numbers of sfc32 still show the seed.
    for (let round = 0; round < 12; round++) this.next();
  }

  /** A number in [0, 1). */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A number in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** Normally distributed (Box and Muller, 1958). */
  normal(mean = 0, deviation = 1): number {
    return mean + deviation * Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** Log-normally distributed around a median; sigma is the deviation of the logarithm. */
  logNormal(median: number, sigma: number): number {
    return median * Math.exp(this.normal(0, sigma));
  }

  /** Poisson distributed (Knuth, 1969), for means up to a few hundred. */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count++;
    return count;
  }

  /** One item of a list that is not empty. */
  pick<T>(items: readonly T[]): T {
    // The index is within the list.
    return items[Math.floor(this.next() * items.length)] as T;
  }

  /** The place of one weight, chosen in proportion to it; -1 where all are 0. */
  place(weights: ArrayLike<number>): number {
    let sum = 0;
    for (let index = 0; index < weights.length; index++) sum += weights[index] ?? 0;
    let left = this.next() * sum;
    for (let index = 0; index < weights.length; index++) {
      const weight = weights[index] ?? 0;
      if (weight > 0 && left < weight) return index;
      left -= weight;
    }
    return -1;
  }
}

/**
 * A generator of its own for every purpose, such as `randomFor(7, 'tickets', 12)`, so that one process that draws more
 * numbers does not change all the others. The path is hashed by FNV-1a (Fowler, Noll and Vo).
 */
export function randomFor(seed: number, ...path: readonly (string | number)[]): Random {
  let hash = 0x811c9dc5;
  for (const char of [seed, ...path].join('/')) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return new Random(hash);
}
