import type { Metric } from '../metrics/kinds.ts';
import type { Model } from '../model/define-model.ts';
import { canonical } from '../model/definition.ts';
import { type Entry, isGroup } from '../model/dimension.ts';
import { groupings, type ResolvedModel, resolveModel } from '../model/resolve-model.ts';
import type { Report } from '../schema/report.ts';
import { parseInstant } from '../schema/time.ts';
import { scoreAccount } from '../score/score-account.ts';
import type { AccountScore } from '../score/tell-score.ts';
import { type Cause, isComputed, isRegrouped, type Path, pointsOf, rowKey, rowsOf, sameModel } from './comparison.ts';
import { groupsOf, pastReadings, type Readings, readingsOf, withPatternOf } from './past-readings.ts';

/** The models that two reports were made by. Without `before`, the same one is taken where both say the same version. */
export interface ComparedModels {
  readonly before?: Model | undefined;
  readonly after: Model;
}

type Points = ReadonlyMap<string, number>;

/**
 * The steps from one report to the other, each scored afresh: with after's model, then in after's groups, then with
 * what was observed after, then with its values. Null where the model does not give the score that the report says.
 */
export function pathThrough(before: Report, after: Report, models: ComparedModels): Path | null {
  const then = models.before ?? (sameModel(before, after) ? models.after : null);
  const doubts: string[] = [];
  const old = resolveModel(models.after, groupsOf(models.after, before));
  const current = resolveModel(models.after, groupsOf(models.after, after));
  const isScoredThroughout = isComputed(before) && isComputed(after);
  const score = (resolved: ResolvedModel, readings: Readings, { asOf }: Report) =>
    scoreAccount(isScoredThroughout ? uncovered(resolved) : apart(resolved), readings, parseInstant(asOf));

  const end = readingsOf(current, after);
  const reached = pointsOf(rowsOf(after));
  if (!isNear(pointsOfScore(score(current, end, after)), reached)) return null;

  const inOldGroups = score(old, pastReadings(old, [before, after], then, doubts), before);
  const inNewGroups = score(current, pastReadings(current, [before, after], then, doubts), before);
  const observed = score(current, withPatternOf(end, inNewGroups.contributions), after);

  let points: Points = pointsOf(rowsOf(before));
  const steps = (['model', 'group', 'coverage'] as const).map((cause, place): [Cause, Points] => {
    const scored = [inOldGroups, inNewGroups, observed][place] as AccountScore;
    if (isScoredThroughout && scored.score === null) doubts.push(noWayBetween);
    else points = pointsOfScore(scored);
    return [cause, points];
  });
  if (!then) doubts.push(oneModelOnly);
  else if (isRegrouped(before, after) && groupRules(then) !== groupRules(models.after)) doubts.push(otherRules);
  return { steps: [...steps, ['data', reached]], doubts: [...new Set(doubts)] };
}

const noWayBetween =
  'Between the two scores lies a step that has none, so the causes on either side of it cannot be told apart.';
const oneModelOnly = 'Only the newer model was given: where the older one measures otherwise, that is counted as data.';
const otherRules = 'The rules of segments, stages or maturity have changed too: what they moved is counted as group.';

const ways = new WeakMap<ResolvedModel, ResolvedModel>();

/** The same with each metric reading a number of its own, so that one of two that share a measure can move alone. */
function apart(resolved: ResolvedModel): ResolvedModel {
  let own = ways.get(resolved);
  if (!own) {
    own = {
      ...resolved,
      dimensions: resolved.dimensions.map((one) => ({ ...one, metrics: one.metrics.map(ofItsOwn) })),
    };
    ways.set(resolved, own);
  }
  return own;
}

const ofItsOwn = (entry: Entry): Entry =>
  isGroup(entry)
    ? { ...entry, metrics: entry.metrics.map(ofItsOwn) }
    : // Sound: for every kind of metric `measure` only names where its observation is found.
      ({ ...entry, measure: entry.id } as Metric);

/** The same without a least coverage: between two scores every step must have one. */
const uncovered = (resolved: ResolvedModel): ResolvedModel => ({ ...apart(resolved), minimumCoverage: 0 });

const pointsOfScore = ({ contributions, held }: AccountScore): Map<string, number> =>
  new Map([
    ...contributions.map(({ metric, points }) => [rowKey({ id: metric.id }), points ?? 0] as const),
    ...held.map(({ role, group, dimension, points }) => {
      const inner = dimension === null || group === dimension ? {} : { group: group.id };
      return [rowKey({ id: '', role, dimension: dimension?.id ?? null, ...inner }), points ?? 0] as const;
    }),
  ]);

/** Engines may differ in the ninth decimal; models do before that. */
const isNear = (a: Points, b: Points): boolean =>
  [...a.keys(), ...b.keys()].every((key) => Math.abs((a.get(key) ?? 0) - (b.get(key) ?? 0)) < 1e-6);

const groupRules = (model: Model): string =>
  canonical(groupings.map((grouping) => model[grouping]?.map(({ id, when }) => [id, when])));
