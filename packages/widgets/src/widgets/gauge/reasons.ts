import { items, number, text } from '../../ui/loose.ts';
import type { GivenReport } from '../../ui/score-reading.ts';

/** What a metric leaves to be gained: points below what its weight could give. */
export interface Loss {
  readonly label: string;
  readonly points: number;
}

/** The metrics that keep a score from 100, largest first, as losses: all of them sum to 100 less the score. */
export function losses(report: GivenReport): Loss[] {
  return items(report.contributions)
    .flatMap((metric): Loss[] => {
      const points = number(metric.points);
      const weight = number(metric.effectiveWeight, 0, 1);
      const label = text(metric.label, 80) ?? text(metric.id, 80);
      if (points === null || weight === null || label === null) return [];
      return [{ label, points: points - weight * 100 }];
    })
    .sort((a, b) => a.points - b.points);
}

/** The `most` largest losses and one of the rest, in tenths of a point that add up to the whole as shown. */
export function ledger(report: GivenReport, most: number, rest: string): Loss[] {
  const all = losses(report);
  const total = Math.round(all.reduce((sum, loss) => sum + loss.points, 0) * 10);
  const rows = all.slice(0, most).filter((loss) => loss.points <= -0.05);
  const shown = rows.map(({ label, points }) => ({ label, tenths: Math.round(points * 10) }));
  const left = total - shown.reduce((sum, row) => sum + row.tenths, 0);
  const tail = left === 0 ? [] : [{ label: rest, tenths: left }];
  return [...shown, ...tail].map(({ label, tenths }) => ({ label, points: tenths / 10 }));
}
