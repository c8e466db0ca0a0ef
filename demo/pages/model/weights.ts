import { type Model, parseModel } from '@hale/core';
import type { Cohort, Factors } from './portfolio.ts';

/** One dimension's weight, to be moved. */
export interface Weight {
  readonly id: string;
  readonly label: string;
  /** As the model lists it; 100 where every customer is in a segment or stage that sets another, and what can be moved is the factor. */
  readonly weight: number;
  readonly unit: '' | '%';
  /** What segments and stages set it to, and what it is besides; none where it is the same for all. */
  readonly elsewhere: readonly { readonly label: string; readonly weight: number }[];
  /** The greatest it can be moved to, and by how much at once. */
  readonly most: number;
  readonly step: number;
}

/** Weights that are in force together. */
export interface WeightSet {
  /** The segment or stage that has these dimensions for its own; null for those of the model itself. */
  readonly label: string | null;
  readonly customers: number;
  readonly weights: readonly Weight[];
}

/** The weights of all dimensions that any customer is scored by, each once, those of the most customers first. */
export function weightSets(model: Model, cohorts: readonly Cohort[]): WeightSet[] {
  const seen = new Set<string>();
  const owners = [...(model.stages ?? []), ...(model.segments ?? []), ...(model.maturity ?? [])];
  const sets = new Map<
    string | null,
    { label: string | null; dimensions: { id: string; label: string; listed: number }[] }
  >();
  for (const { resolved } of cohorts) {
    const owner = owners.find(({ dimensions }) => dimensions?.[0]?.id === resolved.dimensions[0]?.id);
    const key = owner?.id ?? null;
    const set = sets.get(key) ?? { label: owner ? (owner.label ?? owner.id) : null, dimensions: [] };
    sets.set(key, set);
    for (const { id, label = id, weight } of resolved.dimensions) {
      if (seen.has(id) || weight === 0) continue;
      seen.add(id);
      const listed = (owner?.dimensions ?? model.dimensions).find((own) => own.id === id)?.weight ?? weight;
      set.dimensions.push({ id, label, listed });
    }
  }
  return [...sets.values()].map(({ label, dimensions }) => {
    const isListed = ({ resolved }: Cohort) =>
      dimensions.every(({ id, listed }) => resolved.dimensions.some((own) => own.id === id && own.weight === listed));
    const isShared = cohorts.some(isListed);
    const most = isShared ? 2 * Math.max(...dimensions.map(({ listed }) => listed)) : 200;
    return {
      label,
      customers: cohorts
        .filter(({ resolved }) => resolved.dimensions.some(({ id }) => id === dimensions[0]?.id))
        .reduce((sum, { places }) => sum + places.length, 0),
      weights: dimensions.map(({ id, label, listed }): Weight => {
        const elsewhere = owners.flatMap(({ id: group, label: name = group, weights = {} }) => {
          const own = Object.hasOwn(weights, id) ? weights[id] : undefined;
          return own === undefined ? [] : { label: name.split(',')[0] ?? name, weight: own };
        });
        return {
          id,
          label,
          weight: isShared ? listed : 100,
          unit: isShared ? '' : '%',
          elsewhere: elsewhere.length ? [...elsewhere, { label: 'otherwise', weight: listed }] : [],
          most,
          step: isShared ? (most >= 20 ? 1 : 0.1) : 5,
        };
      }),
    };
  });
}

/**
 * The model with its weights multiplied wherever they are set, also by a segment or a stage, as a draft of its next
 * version; the model itself where nothing is. Throws a HealthError where no weight is left.
 */
export function withWeights(model: Model, factors: Factors): Model {
  if ([...factors.values()].every((factor) => factor === 1)) return model;
  const scaled = <Entry extends { id: string; weight: number }>(entries: readonly Entry[]) =>
    entries.map((entry) => ({ ...entry, weight: entry.weight * (factors.get(entry.id) ?? 1) }));
  const groups = (list: Model['segments']) =>
    list?.map((group) => ({
      ...group,
      ...(group.dimensions && { dimensions: scaled(group.dimensions) }),
      ...(group.weights && {
        weights: Object.fromEntries(
          Object.entries(group.weights).map(([id, weight]) => [id, weight * (factors.get(id) ?? 1)]),
        ),
      }),
    }));
  const { segments, stages, maturity } = model;
  return parseModel({
    ...model,
    version: nextVersion(model.version),
    dimensions: scaled(model.dimensions),
    ...(segments && { segments: groups(segments) }),
    ...(stages && { stages: groups(stages) }),
    ...(maturity && { maturity: groups(maturity) }),
  });
}

/** `2.1.0` after `2.0.3`. */
function nextVersion(version: string): string {
  const [major = '0', minor = '0'] = version.split('.');
  return `${major}.${Number(minor) + 1}.0`;
}
