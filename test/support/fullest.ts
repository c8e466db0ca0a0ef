import { type FigureGrid, type PortfolioSummary, parsePortfolio, parseReport, type Report } from '@hale/core/report';
import { grid } from './grids.ts';
import { portfolio } from './portfolios.ts';
import { foreseen, ready } from './reports.ts';

const many = <T>(count: number, make: (place: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
function firstOf<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined) throw new Error('the example has one');
  return first;
}

/** A report with as many of everything as a report may have; its points add up to its score, which is 62. */
export function fullestReport(): Report {
  const report = foreseen(ready());
  const { activity, contributions, dimensions, playbooks, signals } = report;
  const row = firstOf(firstOf(activity?.grids ?? []).rows);
  const signal = firstOf(signals);
  const playbook = firstOf(playbooks);
  return parseReport({
    ...report,
    dimensions: many(50, (i) => ({ ...firstOf(dimensions), id: `d${i}`, label: `Dimension ${i}`, weight: 0.02 })),
    contributions: many(500, (i) => ({
      ...firstOf(contributions),
      id: `m${i}`,
      label: `Metric ${i}`,
      dimension: `d${i % 50}`,
      weight: 0.002,
      effectiveWeight: 0.002,
      points: 0.124,
    })),
    signals: many(200, (i) => ({
      ...signal,
      id: `s${i}`,
      label: `Signal ${i}`,
      playbook: `p${i % 100}`,
      evidence: many(20, () => firstOf(signal.evidence)),
    })),
    playbooks: many(100, (i) => ({
      ...playbook,
      id: `p${i}`,
      label: `Playbook ${i}`,
      steps: many(50, (n) => `Step ${n}`),
    })),
    activity: activity && {
      ...activity,
      days: 366,
      grids: [
        {
          ...firstOf(activity.grids),
          rows: many(200, (i) => ({ ...row, id: `r${i}`, label: `Row ${i}`, counts: many(366, (d) => d % 40) })),
        },
      ],
    },
  });
}

/** Two hundred segments on twelve tiers. */
export function fullestPortfolio(): PortfolioSummary {
  const given = portfolio();
  const tiers = many(12, (i) => ({ ...firstOf(given.tiers), id: `t${i}`, label: `Tier ${i}`, from: i * 8 }));
  const counts = Object.fromEntries(tiers.map(({ id }, i) => [id, i + 1]));
  const segments = many(200, (i) => ({ id: `g${i}`, label: `Segment ${i}`, counts, unscored: 3 }));
  return parsePortfolio({ ...given, tiers, segments });
}

/** Two hundred rows of sixty columns. */
export const fullestGrid = (): FigureGrid =>
  grid({
    columns: many(60, (i) => ({ id: `c${i}`, label: `Column ${i}` })),
    rows: many(200, (i) => ({ id: `r${i}`, label: `Row ${i}`, values: many(60, (n) => (n % 10) / 10), total: 0.5 })),
  });
