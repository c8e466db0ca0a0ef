import { expit, surprise } from './logit.ts';

/** Rows to fit, what weights are drawn to, and how strongly. */
export interface Drawn {
  /** Row by row. */
  readonly cells: Float64Array;
  readonly happened: readonly boolean[];
  /** 0 or more, one for each column. */
  readonly towards: readonly number[];
  /** Above 0. */
  readonly strength: number;
}

/** Log odds of a row: intercept − Σ weight · cell. */
export interface NonnegativeFit {
  readonly intercept: number;
  readonly weights: readonly number[];
}

const mostSteps = 200;

/**
 * Minimises Σ −ln p + (strength/2) Σ (v − towards)² over weights v ≥ 0, where the log odds of what happened are an
 * intercept less Σ v · cell: more of a cell makes it less likely, or nothing. Newton's steps, each the best within
 * bounds of the parabola there, halved where one would lead upwards; convex, so that there is one answer.
 */
export function nonnegativeLogistic({ cells, happened, towards, strength }: Drawn): NonnegativeFit {
  const columns = towards.length;
  const share = (happened.filter(Boolean).length + 0.5) / (happened.length + 1);
  // The intercept first; drawn nowhere, and free.
  let at = Float64Array.from([Math.log(share / (1 - share)), ...towards]);
  let height = heightAt(at);
  for (let steps = 0; steps < mostSteps; steps++) {
    const step = bounded(slopes(at), at);
    const size = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (size < 1e-9) break;
    let part = 1;
    let next = moved(part);
    let nextHeight = heightAt(next);
    while (nextHeight > height && part > 1e-6) {
      part /= 2;
      next = moved(part);
      nextHeight = heightAt(next);
    }
    // Nothing is left but rounding.
    if (nextHeight > height) break;
    [at, height] = [next, nextHeight];

    function moved(by: number): Float64Array<ArrayBuffer> {
      return at.map((value, k) =>
        k === 0 ? value + by * (step[k] as number) : Math.max(0, value + by * (step[k] as number)),
      );
    }
  }
  return { intercept: at[0] as number, weights: Array.from(at.subarray(1)) };

  function oddsOf(point: Float64Array, row: number): number {
    let odds = point[0] as number;
    for (let k = 0; k < columns; k++) odds -= (point[k + 1] as number) * (cells[row * columns + k] as number);
    return odds;
  }

  function heightAt(point: Float64Array): number {
    const loss = happened.reduce((total, one, row) => total + surprise(oddsOf(point, row), one), 0);
    return towards.reduce((total, to, k) => total + (strength / 2) * ((point[k + 1] as number) - to) ** 2, loss);
  }

  function slopes(point: Float64Array) {
    const width = columns + 1;
    const gradient = new Float64Array(width);
    const curvature = new Float64Array(width * width);
    const cell = Float64Array.of(1, ...towards);
    happened.forEach((one, row) => {
      const odds = oddsOf(point, row);
      const off = one ? -expit(-odds) : expit(odds);
      const bend = expit(odds) * expit(-odds);
      for (let k = 0; k < columns; k++) cell[k + 1] = -(cells[row * columns + k] as number);
      for (let i = 0; i < width; i++) {
        const value = cell[i] as number;
        gradient[i] = (gradient[i] as number) + off * value;
        for (let j = 0; j < width; j++) {
          const place = i * width + j;
          curvature[place] = (curvature[place] as number) + bend * value * (cell[j] as number);
        }
      }
    });
    for (let k = 1; k < width; k++) {
      gradient[k] = (gradient[k] as number) + strength * ((point[k] as number) - (towards[k - 1] as number));
      curvature[k * width + k] = (curvature[k * width + k] as number) + strength;
    }
    return { gradient, curvature };
  }
}

/** The step to the lowest place of a parabola that leaves no weight below 0: one column after the other, until it stays. */
function bounded(
  { gradient, curvature }: { gradient: Float64Array; curvature: Float64Array },
  at: Float64Array,
): Float64Array {
  const width = gradient.length;
  const step = new Float64Array(width);
  for (let round = 0; round < 1000; round++) {
    let largest = 0;
    for (let k = 0; k < width; k++) {
      let slope = gradient[k] as number;
      for (let j = 0; j < width; j++) slope += (curvature[k * width + j] as number) * (step[j] as number);
      const bend = (curvature[k * width + k] as number) + 1e-12;
      const wanted = (step[k] as number) - slope / bend;
      const held = k === 0 ? wanted : Math.max(wanted, -(at[k] as number));
      largest = Math.max(largest, Math.abs(held - (step[k] as number)));
      step[k] = held;
    }
    if (largest < 1e-13) break;
  }
  return step;
}
