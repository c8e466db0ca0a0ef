import { type Direction, equalWeights, scoreEqualWeights } from '../stats/fit/equal-weights.ts';
import { confusion } from '../stats/truth/confusion.ts';
import { calibrate } from './calibrate.ts';
import type { Candidate } from './candidates.ts';
import { encode, encodedDirections, learnEncoding } from './encoding.ts';
import type { StandingRow } from './gather-rows.ts';
import type { Said } from './said.ts';

type Rows = readonly StandingRow[];

/** Scores warn where they are below the line; as probabilities they are what the training made of them. */
export function sayScore(train: Rows, test: Rows, warnBelow: number): Said {
  const scored = (rows: Rows) => rows.filter(({ standing }) => standing && standing.score !== null);
  const riskOf = (rows: Rows) => rows.map(({ standing }) => 100 - (standing?.score as number));
  const [before, after] = [scored(train), scored(test)];
  const risk = riskOf(after);
  const calibrated = calibrate(riskOf(before), before);
  const happened = after.map((row) => row.happened);
  return {
    id: 'score',
    label: 'Health score',
    explains: 'The score as the model computes it, whatever a person had set; a low one is a risk.',
    rows: after,
    risk,
    probabilities: calibrated && risk.map(calibrated),
    warned: after.map(({ standing }) => (standing?.score as number) < warnBelow),
    threshold: {
      says: `A score below ${warnBelow} warns.`,
      score: warnBelow,
      probability: calibrated ? calibrated(100 - warnBelow) : null,
      others: tens.map((score) => ({ score, ...confusion(happened, after.map(below(score)), 1) })),
    },
  };
}

/** Scores of which it is said what would come of warning below them. */
const tens = [10, 20, 30, 40, 50, 60, 70, 80, 90];

const below =
  (score: number) =>
  ({ standing }: StandingRow): number =>
    Number((standing?.score as number) < score);

/** Equal weights of all features that a person has stated a direction of; they warn of so large a share of the training. */
export function sayEqualWeights(
  columns: readonly string[],
  directions: readonly Direction[],
  train: Rows,
  test: Rows,
  share: number,
): Said {
  const encoding = learnEncoding({ columns, rows: train });
  const cells = (rows: Rows) => rows.map((row) => encode(encoding, row));
  const equal = equalWeights(cells(train), encodedDirections(encoding, directions));
  const score = (rows: Rows) => cells(rows).map((row) => scoreEqualWeights(equal, row));
  const [before, risk] = [score(train), score(test)];
  const calibrated = calibrate(before, train);
  const edge = edgeOf(before, share);
  return {
    id: 'equal-weights',
    label: 'Equal weights',
    explains:
      'The mean of all features in standard deviations, each in the direction a person expects: nothing is learned.',
    rows: test,
    risk,
    probabilities: calibrated && risk.map(calibrated),
    warned: risk.map((one) => one >= edge),
    threshold: { says: asMany(share), score: null, probability: calibrated ? calibrated(edge) : null },
  };
}

/** What was learned; it warns of so large a share of the training. */
export function sayLearned({ id, label, explains, says }: Candidate, train: Rows, test: Rows, share: number): Said {
  const said = test.map(says);
  const line = edgeOf(
    train.map((row) => says(row).risk),
    share,
  );
  const least = said.filter(({ risk }) => risk >= line).map(({ probability }) => probability);
  return {
    id,
    label,
    explains,
    rows: test,
    risk: said.map(({ risk }) => risk),
    probabilities: said.map(({ probability }) => probability),
    warned: said.map(({ risk }) => risk >= line),
    threshold: { says: asMany(share), score: null, probability: least.length > 0 ? Math.min(...least) : null },
  };
}

const asMany = (share: number): string =>
  `It warns of the riskiest, by a line that took ${Math.round(share * 100)} % of the rows learned from.`;

/** What the riskiest share of what was said reach. */
function edgeOf(said: readonly number[], share: number): number {
  const sorted = Float64Array.from(said).sort();
  return sorted[sorted.length - Math.max(1, Math.round(share * sorted.length))] as number;
}

/** The share of rows, 0–1, that scores below the line warn of. */
export function warnedShare(rows: Rows, warnBelow: number): number {
  const scores = rows.map(({ standing }) => standing?.score ?? null).filter((score) => score !== null);
  return scores.length > 0 ? scores.filter((score) => score < warnBelow).length / scores.length : 0;
}
