import { given, HealthError } from '../errors.ts';
import type { Contribution, Report } from '../schema/report.ts';
import { onGrid } from '../stats/exact-points.ts';
import {
  type CauseParts,
  type Comparison,
  causes,
  type MetricChange,
  type Moment,
  type Path,
  pointsOf,
  rowsOf,
} from './comparison.ts';
import { explainChange, explainMetricChange, explainNoChange } from './say-change.ts';
import { groupChanges, overrideChange, signalChanges, tierChange } from './surroundings.ts';

/** Two reports and the steps between them, as a comparison. Throws a HealthError for reports of different accounts. */
export function summarize(before: Report, after: Report, { steps, doubts }: Path): Comparison {
  if (before.account.id !== after.account.id) {
    throw new HealthError({
      code: 'other-account',
      path: 'after.account.id',
      message: `after.account.id must be that of the report before (${given(before.account.id)}), not ${given(after.account.id)}: a change is one account's.`,
    });
  }
  const change = before.score === null || after.score === null ? null : onGrid(after.score) - onGrid(before.score);
  const isScored = change !== null;
  const metrics = metricChanges(before, after, isScored ? steps : null);
  const explained = isScored ? total(metrics.map(({ parts }) => parts ?? nothing)) : null;
  const rest = explained && isScored ? change - causes.reduce((sum, cause) => sum + explained[cause], 0) : 0;
  const parts = explained && { ...explained, data: explained.data + rest };
  const all = rest === 0 ? doubts : [...doubts, unaccounted];
  return {
    account: after.account,
    before: momentOf(before),
    after: momentOf(after),
    change,
    parts,
    reason: isScored ? null : explainNoChange(before, after),
    certain: all.length === 0,
    doubts: all,
    metrics: metrics.filter(({ isOther, parts }) => isOther || hasMoved(parts)).map(({ isOther, ...told }) => told),
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

const nothing: CauseParts = { model: 0, group: 0, coverage: 0, data: 0, override: 0 };

const total = (all: readonly CauseParts[]): CauseParts =>
  all.reduce((sum, parts) => eachCause((cause) => sum[cause] + parts[cause]), nothing);

const eachCause = (points: (cause: (typeof causes)[number]) => number): CauseParts =>
  // Sound: every cause is in the list.
  Object.fromEntries(causes.map((cause) => [cause, points(cause)])) as unknown as CauseParts;

/** Also there and back: what the model gave and absence took is two changes that sum to none. */
const hasMoved = (parts: CauseParts | null): boolean => parts !== null && causes.some((cause) => parts[cause] !== 0);

type Change = MetricChange & { readonly isOther: boolean };

function metricChanges(before: Report, after: Report, steps: Path['steps'] | null): Change[] {
  const [from, to] = [rowsOf(before), rowsOf(after)];
  const start = pointsOf(from);
  const changes = [...new Set([...to.keys(), ...from.keys()])].map((key) => {
    const parts = { ...nothing };
    let points = start.get(key) ?? 0;
    for (const [cause, next] of steps ?? []) {
      const reached = next.get(key) ?? 0;
      parts[cause] += onGrid(reached) - onGrid(points);
      points = reached;
    }
    return toChange(from.get(key), to.get(key), steps && parts);
  });
  const set = [before, after].map(({ contributions }) => contributions.find(({ role }) => role === 'override'));
  if (set[0] || set[1]) {
    const override = onGrid(set[1]?.points ?? 0) - onGrid(set[0]?.points ?? 0);
    changes.push(toChange(set[0], set[1], steps && { ...nothing, override }));
  }
  return changes.sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) || (a.id < b.id ? -1 : 1));
}

function toChange(a: Contribution | undefined, b: Contribution | undefined, parts: CauseParts | null): Change {
  // Sound: a key comes from one of the two reports.
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
    isOther: a?.status !== b?.status || a?.value !== b?.value,
  };
}
