import { items, number, text } from '../../ui/loose.ts';
import type { GivenReport } from '../../ui/score-reading.ts';

/** What a metric leaves to be gained: points below the most it could give. */
export interface Loss {
  readonly label: string;
  readonly points: number;
  /** What was seen, as the model says it; null for none. */
  readonly sentence: string | null;
}

/** The metrics that keep a score from 100, largest first, as losses: of weights that sum to the whole, all of them sum to the score less 100. */
export function losses(report: GivenReport): Loss[] {
  return items(report.contributions)
    .flatMap((metric): Loss[] => {
      const points = number(metric.points);
      // The weight of a customer's view is that in force.
      const weight = number(metric.effectiveWeight ?? metric.weight, 0, 1);
      const label = text(metric.label, 80) ?? text(metric.id, 80);
      if (points === null || weight === null || label === null) return [];
      // What a group begins with is all that it can give by it.
      const most = metric.role === 'start' ? points : (number(metric.most) ?? weight * 100);
      return [{ label, points: points - most, sentence: text(metric.sentence, 200) }];
    })
    .sort((a, b) => a.points - b.points);
}

/** All the points of some losses. */
export const sumOf = (all: readonly Loss[]): number => all.reduce((sum, { points }) => sum + points, 0);

/** The `most` largest losses and one of all the rest, in tenths of a point that add up to the whole as shown. */
export function ledger(report: GivenReport, most: number, rest: string): Loss[] {
  const all = losses(report);
  const inTenths = (points: number) => Math.round(points * 10);
  const score = number(report.score, 0, 100);
  // Groups that add points may lack more than the scale has room for: what is written sums to what the score lacks.
  const total = inTenths(score === null ? sumOf(all) : score - 100);
  const rows = all
    .slice(0, most)
    .map((loss) => ({ ...loss, points: inTenths(loss.points) / 10 }))
    .filter(({ points }) => points < 0);
  const left = total - inTenths(sumOf(rows));
  return left === 0 ? rows : [...rows, { label: rest, sentence: null, points: left / 10 }];
}
