import { given, HealthError } from '../errors.ts';
import type { DatedFact } from '../measures/account-index.ts';
import type { Observation } from '../measures/measure-kind.ts';
import { sum } from '../methods/method.ts';
import type { Model } from '../model/define-model.ts';
import { type Dimension, type Entry, isGroup, membersOf } from '../model/dimension.ts';
import { type ResolvedModel, resolveModel } from '../model/resolve-model.ts';
import { instantOf, type ReportOptions } from '../schema/instant-of.ts';
import { labelFrom } from '../schema/say.ts';
import { mustBe } from '../stats/must-be.ts';
import { assignGroups } from './assign-group.ts';
import { createScorer } from './scorer.ts';

/** An account as it was read, such as by `readAccount`, or its observations alone, by measure id. */
export type ReadAccount =
  | {
      readonly observations: ReadonlyMap<string, Observation>;
      /** What segments and stages may ask for; none when absent. */
      readonly facts?: ReadonlyMap<string, DatedFact>;
    }
  | ReadonlyMap<string, Observation>;

/** What another weight does to all the accounts together. */
export interface WeightEffect {
  /** Mean and greatest change of a score, in points, of either sign; 0 where no account has a score. */
  readonly mean: number;
  readonly greatest: number;
  /** Accounts that go to a higher tier, and to a lower one. */
  readonly better: number;
  readonly worse: number;
  /** Accounts that gain or lose their score, because more or less of the weight is observed. */
  readonly unsettled: number;
}

/** How much one weight of a model matters. */
export interface WeightSensitivity {
  readonly id: string;
  readonly label: string;
  readonly part: 'dimension' | 'group' | 'metric';
  readonly dimension: string;
  /** With the weight greater, and with it less, by the share asked for. */
  readonly up: WeightEffect;
  readonly down: WeightEffect;
}

/** How scores and tiers move with each weight, the weight that moves them most first. */
export interface Sensitivity {
  readonly by: number;
  readonly accounts: number;
  /** Those that have a score with the weights as they are. */
  readonly scored: number;
  readonly weights: readonly WeightSensitivity[];
}

/**
 * What becomes of scores and tiers when each weight of a model, one at a time, is a share `by` greater and less (0.2
 * when absent). A weight is moved wherever it is in force: also where a segment or a stage has set it. Tiers are those
 * of the score alone, held to no tier before. Throws a HealthError when `by` is not above 0 and at most 1, when `now` is
 * no instant, and for what is no model or no reading of an account.
 */
export function sensitivity(
  model: Model,
  accounts: Iterable<ReadAccount>,
  options: ReportOptions & { readonly by?: number },
): Sensitivity {
  const { by = 0.2, now } = options ?? {};
  mustBe(isObject(model) && Array.isArray(model.dimensions), 'model', 'a model that parseModel has taken', model);
  mustBe(isObject(accounts) && Symbol.iterator in accounts, 'accounts', 'a list of what readAccount gives', accounts);
  if (!(by > 0 && by <= 1)) {
    throw new HealthError({
      code: 'invalid-share',
      path: 'by',
      message: `by must be more than 0 and at most 1, not ${given(by)}: 0.2 moves each weight by 20%.`,
    });
  }
  const ms = instantOf(now);
  const cohorts = cohortsOf(model, accounts, ms);
  const weights = new Map<string, WeightPlace>();
  for (const { resolved } of cohorts) {
    for (const place of placesOf(resolved.dimensions)) weights.set(place.key, place);
  }
  const moved = [...weights.values()].map(({ key, ...place }): WeightSensitivity => {
    const [up, down] = [1 + by, 1 - by].map((factor) =>
      effectOf(cohorts.flatMap((cohort) => movesWith(cohort, place, factor, ms))),
    ) as [WeightEffect, WeightEffect];
    return { ...place, up, down };
  });
  const scores = cohorts.flatMap(({ scores }) => scores);
  return {
    by,
    accounts: scores.length,
    scored: scores.filter((score) => score !== null).length,
    weights: moved.sort(
      (a, b) =>
        strength(b, 'mean') - strength(a, 'mean') ||
        strength(b, 'greatest') - strength(a, 'greatest') ||
        (a.id < b.id ? -1 : 1),
    ),
  };
}

const strength = ({ up, down }: WeightSensitivity, figure: 'mean' | 'greatest'): number =>
  Math.max(up[figure], down[figure]);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Accounts for which the same model is in force, with what it reads of them and their scores. */
interface Cohort {
  readonly resolved: ResolvedModel;
  readonly rows: readonly (readonly (Observation | undefined)[])[];
  readonly scores: readonly (number | null)[];
}

function cohortsOf(model: Model, accounts: Iterable<ReadAccount>, now: number): Cohort[] {
  const byModel = new Map<ResolvedModel, ReadonlyMap<string, Observation>[]>();
  let place = 0;
  for (const account of accounts) {
    const { observations, facts = new Map<string, DatedFact>() } =
      isObject(account) && 'observations' in account ? account : { observations: account };
    const isRead = observations instanceof Map && facts instanceof Map;
    mustBe(isRead, `accounts[${place++}]`, 'what readAccount gives, or a Map of observations by measure id', account);
    const { segments, stages, maturity } = assignGroups(model, { observations, facts });
    const resolved = resolveModel(model, [segments.group, stages.group, maturity.group]);
    const cohort = byModel.get(resolved) ?? [];
    byModel.set(resolved, cohort);
    cohort.push(observations);
  }
  return [...byModel].map(([resolved, all]) => {
    const scorer = createScorer(resolved, now);
    const rows = all.map((observations) => scorer.measures.map((id) => observations.get(id)));
    return { resolved, rows, scores: rows.map((row) => scorer.score(row)) };
  });
}

type WeightPlace = Pick<WeightSensitivity, 'id' | 'label' | 'part' | 'dimension'> & { readonly key: string };

/** Every weight there is. Dimensions may bear the id of a metric, so a weight is known by what it is of as well. */
function placesOf(dimensions: readonly Dimension[]): WeightPlace[] {
  const place = (part: WeightPlace['part'], { id, label }: Entry | Dimension, dimension: string): WeightPlace => ({
    key: `${part === 'dimension'} ${id}`,
    id,
    label: label ?? labelFrom(id),
    part,
    dimension,
  });
  return dimensions.flatMap((dimension) => [
    place('dimension', dimension, dimension.id),
    ...membersOf(dimension, '').map(({ entry }) => place(isGroup(entry) ? 'group' : 'metric', entry, dimension.id)),
  ]);
}

/** The account's score with another weight, against the one it has. */
interface Move {
  /** Points up or down; null where there is no score before or after. */
  readonly points: number | null;
  readonly isUnsettled: boolean;
  /** Tiers up or down; 0 where there is no score before or after. */
  readonly tiers: number;
}

/** Less than this is rounding. */
const least = 1e-9;

function movesWith(
  { resolved, rows, scores }: Cohort,
  { id, part }: Pick<WeightPlace, 'id' | 'part'>,
  factor: number,
  now: number,
): Move[] {
  const scaled = <E extends Entry | Dimension>(entry: E): E => ({ ...entry, weight: (entry.weight ?? 1) * factor });
  const within = (entry: Entry): Entry => {
    const own = isGroup(entry) ? { ...entry, metrics: entry.metrics.map(within) } : entry;
    return entry.id === id ? scaled(own) : own;
  };
  const dimensions = resolved.dimensions.map((dimension) => {
    if (part === 'dimension') return dimension.id === id ? scaled(dimension) : dimension;
    return { ...dimension, metrics: dimension.metrics.map(within) };
  });
  const scorer = createScorer({ ...resolved, dimensions }, now);
  const tierAt = (score: number) => resolved.tiers.findLastIndex(({ from }) => from <= score);
  return rows.map((row, index) => {
    const before = scores[index] ?? null;
    const after = scorer.score(row);
    if (before === null || after === null) return { points: null, isUnsettled: before !== after, tiers: 0 };
    const points = Math.abs(after - before) < least ? 0 : after - before;
    return { points, isUnsettled: false, tiers: points && tierAt(after) - tierAt(before) };
  });
}

function effectOf(moves: readonly Move[]): WeightEffect {
  const changes = moves.flatMap(({ points }) => (points === null ? [] : [Math.abs(points)]));
  return {
    mean: changes.length ? sum(changes) / changes.length : 0,
    greatest: changes.reduce((most, change) => Math.max(most, change), 0),
    better: moves.filter(({ tiers }) => tiers > 0).length,
    worse: moves.filter(({ tiers }) => tiers < 0).length,
    unsettled: moves.filter(({ isUnsettled }) => isUnsettled).length,
  };
}
