import { mustBe } from '../must-be.ts';

/** What a series is held against, in the unit of its values. */
export interface CusumLimits {
  /** The level it should have. */
  readonly target: number;
  /** k: how far off the target is let pass, 0 or more; half the shift that is to be found. */
  readonly slack: number;
  /** h: an alarm is raised strictly above it, 0 or more. */
  readonly limit: number;
}

/** What has gathered up to a value, upwards and downwards, both 0 or more. */
export interface CusumPoint {
  readonly up: number;
  readonly down: number;
  /** Which of the two is above the limit; null where none is. */
  readonly alarm: 'up' | 'down' | null;
}

/**
 * Cumulative sums of a series in the order of time, a point for each value: up = max(0, up + x − target − k), down =
 * max(0, down + target − x − k). They find small shifts that last. A missing value, null, leaves them as they are; they
 * go on after an alarm. Page, Biometrika 41 (1954) 100.
 */
export function cusum(
  values: readonly (number | null)[],
  { target, slack, limit }: CusumLimits,
): readonly CusumPoint[] {
  mustBe(Array.isArray(values), 'values', 'a list of numbers, null where one is missing', values);
  const wrong = values.findIndex((value) => value !== null && !Number.isFinite(value));
  mustBe(wrong < 0, `values[${wrong}]`, 'a finite number, or null where it is missing', values[wrong]);
  mustBe(Number.isFinite(target), 'target', 'a finite number', target);
  mustBe(Number.isFinite(slack) && slack >= 0, 'slack', 'a number of 0 or more', slack);
  mustBe(Number.isFinite(limit) && limit >= 0, 'limit', 'a number of 0 or more', limit);
  let [up, down] = [0, 0];
  return values.map((value) => {
    if (value !== null) {
      up = Math.max(0, up + (value - target - slack));
      down = Math.max(0, down + (target - value - slack));
    }
    const alarm = up > limit && up >= down ? 'up' : down > limit ? 'down' : null;
    return { up, down, alarm };
  });
}
