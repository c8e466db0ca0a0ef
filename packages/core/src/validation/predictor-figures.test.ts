import { expect } from 'chai';
import { seeded } from '../stats/resample/seeded.ts';
import { aucInterval } from '../stats/truth/auc-interval.ts';
import type { BacktestPredictor } from './backtest-report.ts';
import type { StandingRow } from './gather-rows.ts';
import { drawAreas, figuresOf } from './predictor-figures.ts';
import type { Said } from './said.ts';

const next = seeded(8);
const resampling = () => ({ generator: seeded(1), times: 200 });

/** Two hundred accounts at six cut-offs, each of which stands for the same every time. */
const told = Array.from({ length: 200 }, (_, n) => ({ account: `a${n}`, segment: n % 2 ? 'odd' : null, risk: next() }));
const rows = told.flatMap(({ account, segment, risk }) => {
  const happened = next() < risk;
  const standing = { score: 100 - risk, parts: [], isByModel: true, segment, stage: null };
  const life = { since: 0, next: null, onOff: null };
  return Array.from({ length: 6 }, (_, cutOff): StandingRow => {
    return { account, cutOff, values: [], observed: [], happened, standing, life };
  });
});
const risk = rows.map(({ account }) => told[Number(account.slice(1))]?.risk ?? 0);

function figures(probabilities: readonly number[] | null, of: readonly number[] = risk): BacktestPredictor {
  const said: Said = {
    id: 'score',
    label: 'Score',
    explains: 'A score.',
    threshold: { says: 'A line.', score: null, probability: null },
    rows,
    risk: of,
    probabilities,
    warned: of.map((one) => one > 0.5),
  };
  const segments = [{ id: 'odd', label: 'Odd' }];
  const drawn = drawAreas([said], resampling()).flat();
  return figuresOf(said, 0.5, { segments, stages: [] }, drawn, resampling);
}

const areaUnder = ({ roc }: BacktestPredictor): number =>
  roc.slice(1).reduce((sum, { falsePositiveRate: x, truePositiveRate: y }, place) => {
    const { falsePositiveRate = 0, truePositiveRate = 0 } = roc[place] ?? {};
    return sum + ((x - falsePositiveRate) * (y + truePositiveRate)) / 2;
  }, 0);

describe('figures of a predictor', () => {
  it('draw the curve whose area they tell, with its thresholds as probabilities', () => {
    const found = figures(risk.map((one) => one / 2));
    expect(found.auc?.value).to.be.above(0.7);
    expect(areaUnder(found)).to.be.closeTo(found.auc?.value ?? Number.NaN, 0.01);
    const thresholds = found.roc.slice(1).map(({ threshold }) => threshold ?? Number.NaN);
    expect(thresholds).to.deep.equal(thresholds.toSorted((a, b) => b - a));
    expect(Math.max(...thresholds)).to.be.within(0.4, 0.5);
  });

  it('draw it even where the past had higher risks less likely, and then give no thresholds', () => {
    const found = figures(risk.map((one) => 1 - one));
    expect(found.auc?.value).to.be.above(0.7);
    expect(areaUnder(found)).to.be.closeTo(found.auc?.value ?? Number.NaN, 0.01);
    expect(found.roc.every(({ threshold }) => threshold === null)).to.equal(true);
    expect(figures(null).roc).to.deep.equal(found.roc);
  });

  it('say plainly where a score points the wrong way', () => {
    const turned = risk.map((one) => 1 - one);
    expect(figures(turned, turned).skill.sentence).to.include('it points the wrong way');
  });

  it('take the interval of a segment from whole accounts, of which rows are copies here', () => {
    const [odd, none] = figures(null).segments;
    expect([odd?.rows, odd?.accounts, none?.rows, none?.accounts]).to.deep.equal([600, 100, 600, 100]);
    const own = rows.flatMap(({ happened, standing }, row) => (standing?.segment ? [{ happened, row }] : []));
    const byRow = aucInterval(
      own.map(({ happened }) => happened),
      own.map(({ row }) => risk[row] ?? 0),
    ).value;
    expect(odd?.auc?.value).to.equal(byRow?.auc);
    expect(odd?.auc?.standardError).to.be.above(2 * (byRow?.standardError ?? Number.NaN));
    expect((odd?.auc?.high ?? 0) - (odd?.auc?.low ?? 0)).to.be.above(2 * ((byRow?.high ?? 0) - (byRow?.low ?? 0)));
  });
});
