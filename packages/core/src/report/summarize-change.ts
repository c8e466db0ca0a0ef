import { given, HealthError } from '../errors.ts';
import type { Contribution, Report } from '../schema/report.ts';
import { type CauseParts, type Comparison, causes, type MetricChange, type Moment, type Path } from './comparison.ts';
import { explainChange, explainMetricChange, explainNoChange } from './say-change.ts';
import { type RowChange, splitChange } from './split-change.ts';
import { groupChanges, overrideChange, signalChanges, tierChange } from './surroundings.ts';

/** Two reports and the steps between them, as a comparison. Throws a HealthError for reports of different accounts. */
export function summarize(before: Report, after: Report, path: Path): Comparison {
  if (before.account.id !== after.account.id) {
    throw new HealthError({
      code: 'other-account',
      path: 'after.account.id',
      message: `after.account.id must be that of the report before (${given(before.account.id)}), not ${given(after.account.id)}: a change is one account's.`,
    });
  }
  const { change, parts, rest, rows } = splitChange(before, after, path);
  const doubts = rest === 0 ? path.doubts : [...path.doubts, unaccounted];
  return {
    account: after.account,
    before: momentOf(before),
    after: momentOf(after),
    change,
    parts,
    reason: change === null ? explainNoChange(before, after) : null,
    certain: doubts.length === 0,
    doubts,
    metrics: rows
      .filter((row) => isOther(row) || hasMoved(row.parts))
      .map(toChange)
      .sort(byChange),
    tier: tierChange(before, after),
    groups: groupChanges(before, after),
    signals: signalChanges(before, after),
    override: overrideChange(before, after),
    sentence: explainChange(before, after, parts),
  };
}

const unaccounted =
  'The contributions of these reports do not add up to their scores: what is left over is counted as data.';

const momentOf = ({ asOf, model, score, coverage }: Report): Moment => ({ asOf, model, score, coverage });

/** Also there and back: what the model gave and absence took is two changes that sum to none. */
const hasMoved = (parts: CauseParts | null): boolean => parts !== null && causes.some((cause) => parts[cause] !== 0);

const isOther = ({ before, after }: RowChange): boolean =>
  before?.status !== after?.status || before?.value !== after?.value;

const byChange = (a: MetricChange, b: MetricChange): number =>
  Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) || (a.id < b.id ? -1 : 1);

function toChange({ before: a, after: b, parts }: RowChange): MetricChange {
  // Sound: a row is of one of the two reports.
  const { id, label, role, dimension, unit } = (b ?? a) as Contribution;
  const change = parts && causes.reduce((sum, cause) => sum + parts[cause], 0);
  return {
    id,
    label,
    ...(role ? { role } : {}),
    dimension,
    unit,
    from: a?.value ?? null,
    to: b?.value ?? null,
    points: { before: a?.points ?? null, after: b?.points ?? null },
    change,
    parts,
    sentence: explainMetricChange(a, b, change),
  };
}
