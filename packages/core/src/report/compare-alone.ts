import type { Contribution, Report } from '../schema/report.ts';
import { onGrid } from '../stats/exact-points.ts';
import {
  type Cause,
  type Comparison,
  isComputed,
  isRegrouped,
  isSeen,
  type Path,
  pointsOf,
  type Rows,
  rowsOf,
  sameModel,
} from './comparison.ts';
import { type SplitChange, splitChange } from './split-change.ts';
import { summarize } from './summarize-change.ts';

/**
 * Why a score moved, as far as the two reports tell by themselves, for a page that has no model. Within one version of
 * a model and the same segment, stage and maturity that is all there is to tell: data and coverage. Where these differ,
 * the parts are estimates, and `certain` is false. Throws a HealthError for reports of different accounts.
 */
export const compareAlone = (before: Report, after: Report): Comparison =>
  summarize(before, after, pathAlone(before, after));

/** As much of `compareAlone` as is figures: what each contribution gained or lost, by cause, and why parts are estimates. */
export function splitAlone(before: Report, after: Report): SplitChange & Pick<Path, 'doubts'> {
  const path = pathAlone(before, after);
  return { ...splitChange(before, after, path), doubts: path.doubts };
}

/** The steps from one report to the other, from what they say themselves. */
export function pathAlone(before: Report, after: Report): Path {
  const [from, to] = [rowsOf(before), rowsOf(after)];
  const end = pointsOf(to);
  const settings = settingCause(before, after);
  if (isComputed(before) !== isComputed(after)) {
    // A score came to be, or ceased to: all of it comes from what made that so.
    const cause = before.minimumCoverage === after.minimumCoverage ? 'coverage' : (settings ?? 'coverage');
    return { steps: [[cause, end]], doubts: settings ? doubtsOf(before, after) : [] };
  }
  return settings ? pathBetweenSettings(before, after, settings) : pathWithinModel(from, to, end);
}

/** What made the model in force another: its version, or a group of the account. */
function settingCause(before: Report, after: Report): Cause | null {
  if (!sameModel(before, after)) return 'model';
  return isRegrouped(before, after) ? 'group' : null;
}

/**
 * Points are effective weight × score. With after's weights and before's scores stands between the two: up to there it
 * is what was observed that changed, from there on what was read.
 */
function pathWithinModel(from: Rows, to: Rows, end: Map<string, number>): Path {
  const start = pointsOf(from);
  const keys = [...new Set([...start.keys(), ...end.keys()])];
  const both = keys.map((key) => [from.get(key), to.get(key)] as const).filter(isMetricOfEither);
  if (both.every(([a, b]) => isSeen(a) === isSeen(b))) return { steps: [['data', end]], doubts: [] };
  if (both.every(([a, b]) => !isSeen(a) || !isSeen(b) || a?.normalized === b?.normalized)) {
    return { steps: [['coverage', end]], doubts: [] };
  }
  const between = keys.map((key): [string, number] => {
    const [a, b] = [from.get(key), to.get(key)];
    // What a group begins with is handed around as weights are; what its limits take follows from its values.
    if ((b ?? a)?.role === 'limit') return [key, start.get(key) ?? 0];
    if (!isSeen(a) || !isSeen(b)) return [key, end.get(key) ?? 0];
    return [key, underWeights(a, b)];
  });
  const certain = isProportional(from) && isProportional(to);
  return {
    steps: [
      ['coverage', new Map(between)],
      ['data', end],
    ],
    doubts: certain
      ? []
      : [
          'Not all of this model is a weighted mean: without the model, data and coverage cannot be told apart for sure.',
        ],
  };
}

/** Points a row would have with its score as before and its weight as after. */
function underWeights(a: Contribution | undefined, b: Contribution | undefined): number {
  if (!a || !b) return b?.points ?? 0;
  if (a.normalized === b.normalized) return b.points ?? 0;
  const isWeightKept = a.effectiveWeight === b.effectiveWeight;
  if (isWeightKept || a.normalized === null || b.normalized === null) return a.points ?? 0;
  return onGrid(b.effectiveWeight * a.normalized);
}

const isMetricOfEither = ([a, b]: readonly [Contribution | undefined, Contribution | undefined]): boolean =>
  (b ?? a)?.role === undefined || (b ?? a)?.role === 'account';

/** Whether the points are what weighted means give: weight × score for all that counts, and nothing else. */
const isProportional = (rows: Rows): boolean =>
  [...rows.values()].every(
    ({ role, weight, effectiveWeight, normalized, points }) =>
      (role === undefined || role === 'account') &&
      Math.abs((points ?? 0) - effectiveWeight * (normalized ?? 0)) < 1e-9 &&
      (normalized === null || weight === 0 || effectiveWeight > 0),
  );

/** An estimate: what was seen in both reports is put under the new weights first, with the score it had before. */
function pathBetweenSettings(before: Report, after: Report, cause: Cause): Path {
  const [from, to] = [rowsOf(before), rowsOf(after)];
  const end = pointsOf(to);
  const keys = [...new Set([...from.keys(), ...to.keys()])];
  const kept = keys.map((key) => [from.get(key), to.get(key)] as const).filter(([a, b]) => a && b);
  const isUnmoved = kept.every(([a, b]) => isSeen(a) === isSeen(b) && a?.value === b?.value);
  const set = keys.map((key): [string, number] => {
    const [a, b] = [from.get(key), to.get(key)];
    if (!a || !b || a.role) return [key, end.get(key) ?? 0];
    if (isSeen(a) !== isSeen(b)) return [key, a.points ?? 0];
    return [key, a.value === b.value ? (b.points ?? 0) : underWeights(a, b)];
  });
  const observed = set.map(([key, points]): [string, number] => {
    const isOther = isSeen(from.get(key)) !== isSeen(to.get(key));
    return [key, isOther ? (end.get(key) ?? 0) : points];
  });
  return {
    steps: [
      [cause, new Map(set)],
      ['coverage', new Map(observed)],
      ['data', end],
    ],
    doubts: isUnmoved ? doubtsOf(before, after).slice(1) : doubtsOf(before, after),
  };
}

/** Why estimates are estimates. The last stands even where nothing that was read has changed. */
function doubtsOf(before: Report, after: Report): string[] {
  if (sameModel(before, after)) {
    return [
      'The account is in another segment, stage or level of maturity: without the model the parts are estimates.',
    ];
  }
  return [
    `Two models gave these scores, ${nameOf(before)} and ${nameOf(after)}: without them the parts are estimates.`,
    ...(isRegrouped(before, after)
      ? ['What another segment, stage or level of maturity did is counted with the model.']
      : []),
  ];
}

const nameOf = ({ model }: Report): string => `${model.id} ${model.version}`;
