import { mustBe } from './must-be.ts';

/**
 * The share of a standard normal distribution above z, 0…1, to 14 figures: the series of Φ about 0 where it converges
 * fast, the continued fraction of Laplace beyond (Abramowitz & Stegun 26.2.11 and 26.2.14).
 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  if (z > 40) return 0;
  if (z < 2.5) {
    let [term, total] = [z, z];
    for (let n = 3; term > total * 1e-17; n += 2) {
      term *= (z * z) / n;
      total += term;
    }
    return 0.5 - total * density(z);
  }
  let fraction = z;
  for (let n = 120; n > 0; n--) fraction = z + n / fraction;
  return density(z) / fraction;
}

/** How many standard errors an interval of a confidence, 0…1 exclusive, reaches to either side: 1.96 for 0.95. */
export function normalReach(confidence: number): number {
  const tail = (1 - confidence) / 2;
  let z = 0;
  // Φ bends downwards right of 0, so Newton's steps come from the left and never pass the root.
  for (let step = 1; step > 1e-14 * (1 + z); z += step) step = (normalTail(z) - tail) / density(z);
  return z;
}

/** Refuses a confidence that is no share between none and all. */
export function mustBeConfidence(confidence: number): void {
  const holds = confidence > 0 && confidence <= 0.999_999;
  mustBe(holds, 'confidence', 'a number above 0 and at most 0.999999, such as 0.95', confidence);
}

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
