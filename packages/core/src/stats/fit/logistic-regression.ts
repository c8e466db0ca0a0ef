import { mustBe } from '../must-be.ts';
import { lacking, type Measured, measured } from '../truth/measured.ts';
import { countOutcomes, mustBeRows } from '../truth/rows.ts';
import { cholesky, dependentRows } from './cholesky.ts';
import { mustBeTable, type Rows, type Scaling, scalingOf, standardize } from './columns.ts';
import { type Minimum, minimize } from './newton.ts';

/** Something a fit should not be used without knowing. */
export interface FitWarning {
  readonly code: 'constant' | 'collinear' | 'separable' | 'not-found';
  /** The columns it is about, counted from 0; empty where it is about all. */
  readonly columns: readonly number[];
  readonly sentence: string;
}

/** Weights that turn a row of numbers into log odds. */
export interface LogisticFit {
  /** On the columns as they are given. */
  readonly intercept: number;
  readonly weights: readonly number[];
  /** On columns of mean 0 and standard deviation 1, where sizes can be compared. */
  readonly standardized: { readonly intercept: number; readonly weights: readonly number[] };
  readonly scaling: Scaling;
  /** The covariance of the standardised weights, intercept first, row by row. */
  readonly covariance: readonly number[];
  readonly lambda: number;
  readonly rows: number;
  readonly happened: number;
  /** Σ −ln p of what came, in nats. */
  readonly loss: number;
  readonly steps: number;
  readonly warnings: readonly FitWarning[];
}

/**
 * Logistic regression: minimises Σ −ln p + (λ/2)‖w‖² over the rows by Newton's method, with `lambda` 0 or more, the
 * intercept free and columns standardised by their mean and population standard deviation. The order of the rows changes
 * no bit. Null with one outcome. At λ = 0, where weights without end would be best, it warns and gives those it came to.
 * Cox, JRSS B 20 (1958) 215; le Cessie & van Houwelingen, JRSS C 41 (1992) 191 for the penalty.
 */
export function logisticRegression(
  rows: Rows,
  happened: readonly boolean[],
  { lambda }: { readonly lambda: number },
): Measured<LogisticFit> {
  const columns = mustBeTable(rows);
  mustBeRows(
    happened,
    rows.map(() => 0),
    'rows',
  );
  mustBe(Number.isFinite(lambda) && lambda >= 0, 'lambda', 'a number of 0 or more', lambda);
  const of = countOutcomes(happened);
  const missing = lacking(of.happened, of.not);
  if (missing) return missing;

  const order = rowOrder(rows, happened);
  const scaling = scalingOf(rows, columns);
  const constant = indexes(columns, (column) => scaling.deviations[column] === 0);
  const cells = standardCells(rows, order, scaling);
  const collinear = lambda > 0 ? [] : dependent(cells, columns, rows.length).filter((one) => !constant.includes(one));
  const used = indexes(columns, (column) => !constant.includes(column) && !collinear.includes(column));
  const width = used.length + 1;
  const found = minimize({
    cells: pick(cells, columns, used, rows.length),
    width,
    happened: order.map((row) => happened[row] as boolean),
    lambda,
  });

  const standard = new Array<number>(columns).fill(0);
  used.forEach((column, place) => {
    standard[column] = found.weights[place + 1] as number;
  });
  const weights = standard.map((weight, column) =>
    weight === 0 ? 0 : weight / (scaling.deviations[column] as number),
  );
  const intercept = found.weights[0] as number;
  return measured({
    intercept: weights.reduce((total, weight, column) => total - weight * (scaling.means[column] as number), intercept),
    weights,
    standardized: { intercept, weights: standard },
    scaling,
    covariance: spread(found.covariance, used, columns),
    lambda,
    rows: rows.length,
    happened: of.happened,
    loss: found.loss,
    steps: found.steps,
    warnings: warnings(constant, collinear, found.end),
  });
}

const indexes = (length: number, holds: (index: number) => boolean): number[] =>
  Array.from({ length }, (_, index) => index).filter(holds);

/** An order that only what is in the rows decides, so that sums over them come out the same. */
function rowOrder(rows: Rows, happened: readonly boolean[]): number[] {
  const compare = (a: number, b: number): number => {
    const [left, right] = [rows[a] ?? [], rows[b] ?? []];
    const first = left.findIndex((value, column) => value !== right[column]);
    return first < 0 ? Number(happened[a]) - Number(happened[b]) : (left[first] ?? 0) - (right[first] ?? 0);
  };
  return [...rows.keys()].sort(compare);
}

function standardCells(rows: Rows, order: readonly number[], scaling: Scaling): Float64Array {
  const columns = scaling.means.length;
  const cells = new Float64Array(rows.length * columns);
  order.forEach((row, place) => {
    rows[row]?.forEach((value, column) => {
      cells[place * columns + column] = standardize(scaling, value, column);
    });
  });
  return cells;
}

/** The used columns after a 1 for the intercept. */
function pick(cells: Float64Array, columns: number, used: readonly number[], rows: number): Float64Array {
  const width = used.length + 1;
  const picked = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    picked[row * width] = 1;
    for (let k = 1; k < width; k++) picked[row * width + k] = cells[row * columns + (used[k - 1] as number)] as number;
  }
  return picked;
}

/** Columns that are made of those before them. */
function dependent(cells: Float64Array, columns: number, rows: number): number[] {
  const products = new Float64Array(columns * columns);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < columns; i++) {
      const value = cells[row * columns + i] as number;
      for (let j = 0; j <= i; j++) {
        const place = i * columns + j;
        products[place] = (products[place] as number) + value * (cells[row * columns + j] as number);
      }
    }
  }
  return dependentRows(cholesky(products, columns, 1e-9), columns);
}

/** The covariance over all columns, 0 where one is not used. */
function spread(covariance: Float64Array, used: readonly number[], columns: number): number[] {
  const places = [0, ...used.map((column) => column + 1)];
  const whole = new Array<number>((columns + 1) ** 2).fill(0);
  places.forEach((row, i) => {
    places.forEach((column, j) => {
      whole[row * (columns + 1) + column] = covariance[i * places.length + j] as number;
    });
  });
  return whole;
}

function warnings(constant: readonly number[], collinear: readonly number[], end: Minimum['end']): FitWarning[] {
  const told: FitWarning[] = [];
  const list = (columns: readonly number[]) =>
    `${columns.length === 1 ? 'Column' : 'Columns'} ${columns.join(', ')} ${columns.length === 1 ? 'has' : 'have'}`;
  if (constant.length > 0) {
    const sentence = `${list(constant)} one value in all rows, and so no weight.`;
    told.push({ code: 'constant', columns: constant, sentence });
  }
  if (collinear.length > 0) {
    const sentence = `${list(collinear)} nothing that the columns before do not tell, and so no weight: with lambda above 0 they share it.`;
    told.push({ code: 'collinear', columns: collinear, sentence });
  }
  if (end === 'endless') {
    const sentence =
      'The rows can be told apart without error, so that no finite weights are the best: those given are where the search stopped and mean nothing. Set lambda above 0.';
    told.push({ code: 'separable', columns: [], sentence });
  }
  if (end === 'not-found') {
    const sentence = 'The search ended before it found the best weights. Set lambda higher.';
    told.push({ code: 'not-found', columns: [], sentence });
  }
  return told;
}
