import { cholesky, inverse, solve } from './cholesky.ts';
import { expit, surprise } from './logit.ts';

/** Rows ready to be fitted: a 1 for the intercept and standardised columns, row by row. */
export interface Design {
  readonly cells: Float64Array;
  readonly width: number;
  readonly happened: readonly boolean[];
  readonly lambda: number;
}

/** Where the search ended. */
export interface Minimum {
  /** The intercept first. */
  readonly weights: Float64Array;
  /** The inverse of the second derivative there, row by row. */
  readonly covariance: Float64Array;
  /** Σ −ln p of what came, without the penalty. */
  readonly loss: number;
  readonly steps: number;
  /** `endless`: the rows can be told apart, so that larger weights are always better. */
  readonly end: 'found' | 'endless' | 'not-found';
}

const mostSteps = 100;

/**
 * Minimises Σ −ln p + (λ/2)‖w‖², the intercept free, by Newton's steps, halved where one would lead upwards. Ends when a
 * step moves no weight by more than 1e-11 of the largest, and after 100 steps.
 */
export function minimize(design: Design): Minimum {
  const { width, happened, lambda } = design;
  let weights = new Float64Array(width);
  const share = happened.filter(Boolean).length / happened.length;
  weights[0] = Math.log(share / (1 - share));
  let odds = logOdds(design, weights);
  let height = objective(design, weights, odds);
  for (let steps = 1; ; steps++) {
    const { gradient, curvature } = derivatives(design, weights, odds);
    const lower = cholesky(curvature, width);
    const step = solve(lower, width, gradient);
    const gain = step.reduce((total, value, k) => total + value * (gradient[k] as number), 0);
    const size = largest(step);
    const near = size <= 1e-11 * (1 + largest(weights));
    let part = 1;
    let [next, nextOdds, nextHeight] = moved(1);
    // Where almost nothing is left to gain, rounding would decide; Newton's own step is right there.
    while (gain > 1e-10 * (1 + height) && !(nextHeight <= height - 1e-4 * part * gain) && part > 1e-10) {
      part /= 2;
      [next, nextOdds, nextHeight] = moved(part);
    }
    [weights, odds, height] = [next, nextOdds, nextHeight];
    const ended = near ? 'found' : lambda === 0 && steps >= 4 && parts(design, odds, step) ? 'endless' : null;
    if (ended || steps === mostSteps) {
      const loss = odds.reduce((total, one, row) => total + surprise(one, happened[row] as boolean), 0);
      return { weights, covariance: inverse(lower, width), loss, steps, end: ended ?? 'not-found' };
    }

    function moved(by: number): [Float64Array<ArrayBuffer>, Float64Array, number] {
      const to = weights.map((weight, k) => weight - by * (step[k] as number));
      const toOdds = logOdds(design, to);
      return [to, toOdds, objective(design, to, toOdds)];
    }
  }
}

function logOdds({ cells, width, happened }: Design, weights: Float64Array): Float64Array {
  const odds = new Float64Array(happened.length);
  for (let row = 0, cell = 0; row < odds.length; row++) {
    let total = 0;
    for (let k = 0; k < width; k++) total += (cells[cell++] as number) * (weights[k] as number);
    odds[row] = total;
  }
  return odds;
}

function objective({ happened, lambda }: Design, weights: Float64Array, odds: Float64Array): number {
  let total = 0;
  odds.forEach((one, row) => {
    total += surprise(one, happened[row] as boolean);
  });
  return weights.subarray(1).reduce((height, weight) => height + (lambda / 2) * weight * weight, total);
}

function derivatives({ cells, width, happened, lambda }: Design, weights: Float64Array, odds: Float64Array) {
  const gradient = new Float64Array(width);
  const curvature = new Float64Array(width * width);
  odds.forEach((one, row) => {
    const p = expit(one);
    const off = happened[row] ? -expit(-one) : p;
    const bend = p * expit(-one);
    const start = row * width;
    for (let i = 0; i < width; i++) {
      const value = cells[start + i] as number;
      gradient[i] = (gradient[i] as number) + off * value;
      const bent = bend * value;
      for (let j = 0; j <= i; j++) {
        const place = i * width + j;
        curvature[place] = (curvature[place] as number) + bent * (cells[start + j] as number);
      }
    }
  });
  for (let i = 1; i < width; i++) {
    gradient[i] = (gradient[i] as number) + lambda * (weights[i] as number);
    curvature[i * width + i] = (curvature[i * width + i] as number) + lambda;
  }
  return { gradient, curvature };
}

/**
 * Whether weights, or the way the last step went, put every row on its own side, or on the edge: then going further that
 * way never costs anything (Albert & Anderson, Biometrika 71 (1984) 1).
 */
function parts(design: Design, odds: Float64Array, step: Float64Array): boolean {
  const { happened } = design;
  const sided = (ways: Float64Array, sign: number, edge: number) =>
    ways.every((way, row) => (happened[row] ? sign * way : -sign * way) >= -edge);
  if (sided(odds, 1, 0)) return true;
  const ways = logOdds(design, step);
  // By how far rows go, and not weights: what few rows have in a thousand moves these by 1, and its weight by little.
  const furthest = largest(ways);
  return furthest >= 0.1 && sided(ways, -1, 1e-7 * furthest);
}

const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
