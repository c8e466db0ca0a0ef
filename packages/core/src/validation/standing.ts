import type { AccountIndex, DatedFact } from '../measures/account-index.ts';
import { readMeasures } from '../measures/read-measures.ts';
import type { Model } from '../model/define-model.ts';
import { measuresOf, type ResolvedModel, resolveModel } from '../model/resolve-model.ts';
import { assignGroups } from '../score/assign-group.ts';
import { scoreAccount } from '../score/score-account.ts';

/** How an account stood on a day, by a model: what it computed, whatever a person had set. */
export interface Standing {
  /** 0–100; null where there was none. */
  readonly score: number | null;
  /** Of each dimension of the model, in its order, 0–100; null where it did not count. */
  readonly parts: readonly (number | null)[];
  /** Whether its score was the mean of these by the weights of the model itself, and its tiers were those of the model. */
  readonly isByModel: boolean;
  /** Ids; null for none. */
  readonly segment: string | null;
  readonly stage: string | null;
}

/** How an account stands, as far as it is known by `now`, in milliseconds. */
export function standingOf(model: Model, account: AccountIndex, now: number): Standing {
  const observations = readMeasures(measuresOf(model), account, now);
  const known = account.factNames.map((name) => [name, account.fact(name, now)] as const);
  const facts = new Map(known.filter((entry): entry is [string, DatedFact] => entry[1] !== undefined));
  const { segments, stages, maturity } = assignGroups(model, { observations, facts });
  const resolved = resolveModel(model, [segments.group, stages.group, maturity.group]);
  const { score, dimensions } = scoreAccount(resolved, observations, now);
  const parts = new Map(dimensions.map(({ dimension, score: part }) => [dimension.id, part]));
  return {
    score,
    parts: model.dimensions.map(({ id }) => parts.get(id) ?? null),
    isByModel: isByModel(resolved),
    segment: segments.group?.id ?? null,
    stage: stages.group?.id ?? null,
  };
}

/** A group may have weights, dimensions and tiers of its own, which what is learned of those of the model does not change. */
function isByModel({ model, dimensions, tiers }: ResolvedModel): boolean {
  const isMean = (model.score?.method ?? 'weighted') === 'weighted';
  const isSame = dimensions.every(({ id, weight }, place) => {
    const own = model.dimensions[place];
    return own?.id === id && own.weight === weight;
  });
  return isMean && isSame && dimensions.length === model.dimensions.length && tiers === model.tiers;
}
