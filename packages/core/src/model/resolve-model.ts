import type { Measure } from '../measures/kinds.ts';
import type { MeasureSet } from '../measures/read-measures.ts';
import type { Metric } from '../metrics/kinds.ts';
import { measureIdOf, ownMeasure } from '../metrics/own-measures.ts';
import { type Dimension, type Entry, isGroup, metricsOf } from './dimension.ts';
import type { AccountGroup, Model, ModelDocument } from './model.ts';
import type { Tier } from './tier.ts';

/** What is in force for an account: the model as its segment, its stage and its maturity have changed it. */
export interface ResolvedModel {
  readonly model: Model;
  readonly dimensions: readonly Dimension[];
  readonly tiers: readonly Tier[];
  readonly minimumCoverage: number;
}

/** The groups an account is in; null for none. In the order in which they change the model. */
export type Groups = readonly (AccountGroup | null)[];

/** The kinds of group there are, in the order in which they change the model. */
export const groupings = ['segments', 'stages', 'maturity'] as const;
export type Grouping = (typeof groupings)[number];

/** The least coverage, where the model does not say. */
const defaultMinimumCoverage = 0.5;

/** One step of a trie: what is resolved so far, and what each next group makes of it. */
interface Step {
  readonly resolved: ResolvedModel;
  readonly next: Map<AccountGroup | null, Step>;
}

const known = new WeakMap<Model, Step>();

/** The model in force for an account in these groups. The same answer is the same object, whichever groups lead to it. */
export function resolveModel(model: Model, groups: Groups): ResolvedModel {
  let step: Step | undefined = known.get(model);
  if (!step) {
    const { dimensions, tiers, minimumCoverage = defaultMinimumCoverage } = model;
    step = { resolved: { model, dimensions, tiers, minimumCoverage }, next: new Map() };
    known.set(model, step);
  }
  for (const group of groups) {
    let next: Step | undefined = step.next.get(group);
    if (!next) {
      next = { resolved: group && changes(group) ? overlay(step.resolved, group) : step.resolved, next: new Map() };
      step.next.set(group, next);
    }
    step = next;
  }
  return step.resolved;
}

/** Whether a group is more than a name for some accounts. */
const changes = (group: AccountGroup): boolean =>
  Object.keys(group).some((key) => !['id', 'label', 'intent', 'when'].includes(key));

/** A metric with other fields, and without those that are null. */
export const withFields = (entry: Metric, fields: Readonly<Record<string, unknown>>): Metric =>
  // Sound: every metric that comes of an overlay is parsed when the model is checked.
  Object.fromEntries(Object.entries({ ...entry, ...fields }).filter(([, value]) => value !== null)) as Metric;

/** What a group makes of dimensions, tiers and the least coverage. Changes nothing of what it is given. */
export function overlay<R extends Pick<ResolvedModel, 'dimensions' | 'tiers' | 'minimumCoverage'>>(
  base: R,
  group: AccountGroup,
): R {
  const { weights = {}, metrics = {}, add = {} } = group;
  const own = <V>(record: Record<string, V>, id: string): V | undefined =>
    Object.hasOwn(record, id) ? record[id] : undefined;
  const weighed = <E extends { id: string; weight?: number | undefined }>(entry: E): E => {
    const weight = own(weights, entry.id);
    return weight === undefined ? entry : { ...entry, weight };
  };
  const change = (entry: Entry): Entry => {
    if (isGroup(entry)) return weighed({ ...entry, metrics: entry.metrics.map(change) });
    const fields = own(metrics, entry.id);
    return weighed(fields ? withFields(entry, fields) : entry);
  };
  return {
    ...base,
    dimensions: (group.dimensions ?? base.dimensions).map((dimension) =>
      weighed({ ...dimension, metrics: [...dimension.metrics, ...(own(add, dimension.id) ?? [])].map(change) }),
    ),
    tiers: group.tiers ?? base.tiers,
    minimumCoverage: group.minimumCoverage ?? base.minimumCoverage,
  };
}

/** Every way in which a model may be resolved, with the groups that lead there. */
export function combinations(model: ModelDocument): Groups[] {
  return groupings.reduce<Groups[]>(
    (all, grouping) => all.flatMap((groups) => [null, ...(model[grouping] ?? [])].map((group) => [...groups, group])),
    [[]],
  );
}

const sets = new WeakMap<Model, MeasureSet>();

/** All the measures of a model: those it names, and those that its metrics read of their own accord. */
export function measuresOf(model: Model): MeasureSet {
  let set = sets.get(model);
  if (!set) {
    const measures = new Map<string, Measure>(Object.entries(model.measures));
    for (const groups of combinations(model)) {
      for (const metric of metricsOf(resolveModel(model, groups).dimensions)) {
        const own = ownMeasure(metric);
        if (own) measures.set(measureIdOf(metric), own);
      }
    }
    set = { measures, zone: model.timeZone ?? null };
    sets.set(model, set);
  }
  return set;
}
