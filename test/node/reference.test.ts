import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as validation from '@hale/core/validation';
import { expect } from 'chai';
import { donors } from '../../packages/core/src/fixtures/donors.ts';
import { referencePython } from '../../scripts/reference/python.ts';
import { referenceR } from '../../scripts/reference/r.ts';
import { runWithin } from '../../scripts/reference/run-within.ts';

const root = join(import.meta.dirname, '..', '..');
const script = (name: string): string => join(root, 'test', 'reference', name);
/** Beside the repository, where those who have the real data keep it; it is not part of the project. */
const data = join(root, '..', 'shared', 'data');

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

/** Rows with ties, columns that hang together and columns of 0 and 1, as Telco has them, for where Telco is not. */
function drawn() {
  const random = validation.seeded(11);
  const rows = Array.from({ length: 3000 }, () => {
    const months = Math.floor(73 * random());
    const price = 18 + Math.round(400 * random()) / 4;
    return [Number(random() < 0.16), price, months * price * (0.9 + 0.2 * random()), Number(random() < 0.5), months];
  });
  const happened = rows.map(([senior = 0, price = 0, , alone = 0, months = 0]) => {
    const logOdds = -1.2 + 0.5 * senior + 0.02 * (price - 60) - 0.05 * (months - 20) + 0.3 * alone;
    return random() < 1 / (1 + Math.exp(-logOdds));
  });
  return { rows, happened };
}

interface Figures {
  readonly truth: Readonly<Record<string, number>> & { readonly confusion: readonly number[] };
  readonly logistic: Readonly<
    Record<string, { intercept: number; weights: number[]; errors?: number[]; loss?: number }>
  >;
  readonly trend: { readonly slope: number; readonly low: number; readonly high: number; readonly s: number };
  readonly hazard: { readonly weights: readonly number[]; readonly endsWithin: number };
  readonly bgBb: { readonly parameters: readonly number[]; readonly logLikelihood: number };
}

const hasData = existsSync(data);
const fits = new Map<number, validation.LogisticFit>();
const { rows, happened } = hasData ? telco() : drawn();
const probabilities = rows.map((row) => validation.predictLogistic(fitted(1), row).probability);
// Of a second opinion, with many equal scores: how long they have been customers.
const other = rows.map((row) => -(row[4] ?? 0));

function fitted(lambda: number): validation.LogisticFit {
  const value = fits.get(lambda) ?? validation.logisticRegression(rows, happened, { lambda }).value;
  if (value === null) expect.fail('expected a fit');
  fits.set(lambda, value);
  return value;
}

describe(`against scikit-learn, SciPy and statsmodels, on ${hasData ? 'Telco with all features' : 'rows that are drawn'}`, function () {
  this.timeout(300_000);
  const lambdas = [0, 1, 100];
  let points: [number, number][] = [];
  let histories: validation.OnOffHistory[] = [];
  let figures: Figures | null = null;
  // How many years they began as customers, one thing that is known of them, and whether they left in the last.
  const lives = rows.map((row, at): [number, number, boolean] => [
    Math.max(1, Math.ceil((row[4] ?? 0) / 12)),
    row[0] ?? 0,
    happened[at] === true,
  ]);

  before(async function () {
    // What is fetched has limits of its own.
    this.timeout(0);
    const found = await referencePython();
    if ('lacks' in found) {
      console.log(`Figures are not held against those of scikit-learn, SciPy and statsmodels: ${found.lacks}.`);
      return void this.skip();
    }
    points = rows.slice(0, 80).map((row, day) => [Math.floor(day / 2), row[4] ?? 0]);
    const kinds = donors.map(([active, last, count]) => [active, last, 6, count]);
    histories = kinds.flatMap(([active = 0, last = 0, periods = 0, count = 0]) =>
      Array.from({ length: count }, () => ({ active, last, periods })),
    );
    const asked = { rows, happened, probabilities, other, threshold: 0.5, lambdas, points, histories: kinds, lives };
    const ran = await runWithin(found.program, [script('figures.py')], 280_000, { input: JSON.stringify(asked) });
    expect(ran.ok, ran.err).to.equal(true);
    // What the script beside this test writes.
    figures = JSON.parse(ran.out) as Figures;
  });

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

  it('comes to the same hazard by year, to 1e-6', () => {
    const spells = lives.map(([begun, known, ended]) => ({
      from: 1,
      periods: Array.from({ length: begun }, () => [known]),
      ended,
    }));
    const { value } = validation.discreteHazard(spells, { lambda: 0 });
    const { weights, endsWithin } = (figures as Figures).hazard;
    if (value === null) expect.fail('expected a fit');
    const { logistic } = value;
    [logistic.intercept, ...logistic.weights].forEach((weight, place) => {
      expect(weight, `weight ${place}`).to.be.closeTo(weights[place] ?? Number.NaN, 1e-6);
    });
    const ahead = { from: 2, periods: 3 };
    expect(validation.endsWithin(value, [1], ahead)).to.be.closeTo(endsWithin, 1e-6);
    expect(validation.predictHazard(logistic, [1], ahead).probability).to.be.closeTo(endsWithin, 1e-6);
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

describe(`against glm, cor.test and pROC of R, on ${hasData ? 'Telco with all features' : 'rows that are drawn'}`, function () {
  this.timeout(300_000);
  const figures = new Map<string, number>();

  before(async function () {
    this.timeout(0);
    const found = await referenceR();
    if ('lacks' in found) {
      console.log(`Figures are not held against those of R: ${found.lacks}.`);
      return void this.skip();
    }
    const { means, deviations } = fitted(0).scaling;
    const lines = rows.map((row, at) => [
      Number(happened[at]),
      probabilities[at],
      other[at],
      ...row.map((value, column) => (value - (means[column] ?? 0)) / (deviations[column] || 1)),
    ]);
    const names = ['happened', 'p', 'other', ...means.map((_, column) => `x${column}`)];
    const folder = mkdtempSync(join(tmpdir(), 'hale-r-'));
    try {
      const file = join(folder, 'rows.csv');
      writeFileSync(file, `${[names, ...lines].map((line) => line.join(',')).join('\n')}\n`);
      const ran = await runWithin(found.program, ['--vanilla', script('figures.R'), file], 280_000);
      expect(ran.ok, ran.err).to.equal(true);
      for (const [, name = '', value] of ran.out.matchAll(/^(\w+) (\S+)/gm)) figures.set(name, Number(value));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  const theirs = (name: string): number => figures.get(name) ?? Number.NaN;

  it('comes to the same weights and standard errors, to 1e-6', () => {
    const { standardized, covariance, loss } = fitted(0);
    const all = [standardized.intercept, ...standardized.weights];
    all.forEach((weight, place) => {
      expect(weight, `weight ${place}`).to.be.closeTo(theirs(`weight${place}`), 1e-6);
      const variance = covariance[place * (all.length + 1)] ?? Number.NaN;
      expect(Math.sqrt(variance), `error ${place}`).to.be.closeTo(theirs(`error${place}`), 1e-6);
    });
    expect(loss).to.be.closeTo(theirs('loss'), 1e-6);
  });

  it('finds the same trend where values are equal, to 1e-9', () => {
    const series = rows.slice(0, 80).map((row) => row[4] ?? 0);
    expect(new Set(series).size).to.be.below(series.length);
    const trend = validation.mannKendall(series);
    expect(trend?.z).to.be.closeTo(theirs('trendZ'), 1e-9);
    expect(trend?.p).to.be.closeTo(theirs('trendP'), 1e-9);
  });

  it("measures the same AUC, DeLong's interval and comparison, to 1e-9", () => {
    const interval = validation.aucInterval(happened, probabilities).value;
    expect(interval?.auc).to.be.closeTo(theirs('auc'), 1e-9);
    expect((interval?.standardError ?? 0) ** 2).to.be.closeTo(theirs('variance'), 1e-9);
    expect(interval?.low).to.be.closeTo(theirs('low'), 1e-9);
    expect(validation.compareAuc(happened, probabilities, other).value?.p).to.be.closeTo(theirs('p'), 1e-9);
  });
});
