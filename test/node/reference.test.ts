import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as validation from '@hale/core/validation';
import { expect } from 'chai';

const root = join(import.meta.dirname, '..', '..');
const script = join(root, 'test', 'reference', 'figures.py');
/** Beside the repository, where those who have the real data keep it; it is not part of the project. */
const data = join(root, '..', 'shared', 'data');

/** A Python with what `test/reference/requirements.txt` lists: of the environment kept for it, or the one on the path. */
function python(): string | undefined {
  const kept = ['bin/python', 'Scripts/python.exe'].map((path) => join(root, '.tools', 'reference', path));
  const probe = 'import scipy, sklearn, statsmodels.api';
  return [...kept.filter(existsSync), 'python3'].find((path) => spawnSync(path, ['-c', probe]).status === 0);
}

const table = (file: string): string[][] =>
  readFileSync(join(data, file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));

/** Telco with all its features: numbers as they are, every other level of a text as a column of 0 and 1. */
function telco() {
  const [head = [], ...lines] = table('telco/Telco-Customer-Churn.csv');
  const numbers = new Set(['SeniorCitizen', 'tenure', 'MonthlyCharges', 'TotalCharges']);
  const columns = head.slice(1, -1).flatMap((name, place) => {
    const cells = lines.map((line) => line[place + 1] ?? '');
    if (numbers.has(name)) return [cells.map(Number)];
    const levels = [...new Set(cells)].sort().slice(1);
    // That there is no phone and no internet, other columns say already.
    return levels
      .filter((level) => !/^No .* service$/.test(level))
      .map((level) => cells.map((cell) => Number(cell === level)));
  });
  return {
    rows: lines.map((_, row) => columns.map((column) => column[row] ?? Number.NaN)),
    happened: lines.map((line) => line.at(-1) === 'Yes'),
  };
}

interface Figures {
  readonly truth: Readonly<Record<string, number>> & { readonly confusion: readonly number[] };
  readonly logistic: Readonly<
    Record<string, { intercept: number; weights: number[]; errors?: number[]; loss?: number }>
  >;
  readonly trend: { readonly slope: number; readonly low: number; readonly high: number; readonly s: number };
  readonly bgBb: { readonly parameters: readonly number[]; readonly logLikelihood: number };
}

describe('against scikit-learn, SciPy and statsmodels, on Telco with all features', function () {
  this.timeout(300_000);
  const lambdas = [0, 1, 100];
  let { rows, happened }: ReturnType<typeof telco> = { rows: [], happened: [] };
  let probabilities: number[] = [];
  let other: number[] = [];
  let points: [number, number][] = [];
  let histories: validation.OnOffHistory[] = [];
  let figures: Figures | null = null;

  before(function () {
    const found = existsSync(data) ? python() : undefined;
    if (found === undefined) {
      const missing = existsSync(data)
        ? 'No Python with scikit-learn, SciPy and statsmodels was found'
        : 'The Telco table is not at ../shared/data/telco';
      console.log(`${missing}, so the figures are not held against those of others.`);
      this.skip();
    }
    ({ rows, happened } = telco());
    const fit = fitted(1);
    probabilities = rows.map((row) => validation.predictLogistic(fit, row).probability);
    // Of a second opinion, with many equal scores: how long they have been customers.
    other = rows.map((row) => -(row[4] ?? 0));
    points = rows.slice(0, 80).map((row, day) => [Math.floor(day / 2), row[4] ?? 0]);
    const kinds = table('cdnow/donations.csv')
      .slice(1)
      .map((line) => line.map(Number));
    histories = kinds.flatMap(([active = 0, last = 0, periods = 0, count = 0]) =>
      Array.from({ length: count }, () => ({ active, last, periods })),
    );
    const asked = { rows, happened, probabilities, other, threshold: 0.5, lambdas, points, histories: kinds };
    const { stdout, stderr, status } = spawnSync(found, [script], {
      input: JSON.stringify(asked),
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    expect(status, stderr).to.equal(0);
    // What the script beside this test writes.
    figures = JSON.parse(stdout) as Figures;
  });

  function fitted(lambda: number): validation.LogisticFit {
    const { value } = validation.logisticRegression(rows, happened, { lambda });
    if (value === null) expect.fail('expected a fit');
    return value;
  }

  it('measures the same truth, to 1e-9', () => {
    const { truth } = figures as Figures;
    const interval = validation.aucInterval(happened, probabilities).value;
    const compared = validation.compareAuc(happened, probabilities, other).value;
    const count = validation.confusion(happened, probabilities, 0.5);
    const own: Record<string, number | null | undefined> = {
      auc: validation.auc(happened, probabilities).value,
      standardError: interval?.standardError,
      low: interval?.low,
      difference: compared?.difference,
      differenceError: compared?.standardError,
      p: compared?.p,
      averagePrecision: validation.averagePrecision(happened, probabilities).value,
      rocPoints: validation.roc(happened, probabilities).value?.length,
      rocArea: validation.auc(happened, probabilities).value,
      kolmogorovSmirnov: validation.kolmogorovSmirnov(happened, probabilities).value?.distance,
      lift: validation.lift(happened, probabilities, 0.1).value,
      falsePositiveRate: validation.falsePositiveRate(count).value,
      falseNegativeRate: validation.falseNegativeRate(count).value,
      precision: validation.precision(count).value,
      recall: validation.recall(count).value,
      matthewsCorrelation: validation.matthewsCorrelation(count).value,
      brier: validation.brier(happened, probabilities).value,
      brierSkill: validation.brierSkill(happened, probabilities).value,
      logLoss: validation.logLoss(happened, probabilities).value,
      calibrationError: validation.calibrationError(happened, probabilities).value,
    };
    expect(Object.values(count)).to.deep.equal(truth.confusion);
    expect(Object.keys({ ...own, confusion: 0 }).toSorted()).to.deep.equal(Object.keys(truth).toSorted());
    for (const [name, value] of Object.entries(own)) expect(value, name).to.be.closeTo(truth[name] ?? Number.NaN, 1e-9);
  });

  for (const lambda of lambdas) {
    it(`comes to the same weights at λ = ${lambda}, to 1e-6`, () => {
      const fit = fitted(lambda);
      const theirs = figures?.logistic[lambda];
      expect(fit.warnings).to.deep.equal([]);
      expect(fit.standardized.intercept).to.be.closeTo(theirs?.intercept ?? Number.NaN, 1e-6);
      expect(fit.standardized.weights).to.have.length(theirs?.weights.length ?? 0);
      fit.standardized.weights.forEach((weight, column) => {
        expect(weight, `column ${column}`).to.be.closeTo(theirs?.weights[column] ?? Number.NaN, 1e-6);
      });
      theirs?.errors?.forEach((error, place, errors) => {
        const variance = fit.covariance[place * (errors.length + 1)] ?? Number.NaN;
        expect(Math.sqrt(variance), `error ${place}`).to.be.closeTo(error, 1e-6);
      });
      if (theirs?.loss !== undefined) expect(fit.loss).to.be.closeTo(theirs.loss, 1e-6);
    });
  }

  it('finds the same slope and interval, and counts the same pairs', () => {
    const trend = figures?.trend;
    const own = validation.theilSenInterval(points);
    expect([own?.slope, own?.low, own?.high]).to.deep.equal([trend?.slope, trend?.low, trend?.high]);
    expect(validation.mannKendall(points.map(([, y]) => y))?.s).to.equal(trend?.s);
  });

  it('comes to the same BG/BB, as near as its flat top lets optimisers agree', () => {
    const { value } = validation.bgBb(histories);
    const { parameters, logLikelihood } = (figures as Figures).bgBb;
    expect(value?.logLikelihood).to.be.closeTo(logLikelihood, 1e-6);
    [value?.alpha, value?.beta, value?.gamma, value?.delta].forEach((parameter, place) => {
      expect(parameter).to.be.closeTo(parameters[place] ?? Number.NaN, 1e-5);
    });
  });
});
