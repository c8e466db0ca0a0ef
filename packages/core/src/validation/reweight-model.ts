import { type Model, parseModel } from '../model/define-model.ts';
import { diffModels, type ModelChange, suggestVersion } from '../model/diff-models.ts';
import { mustBe } from '../stats/must-be.ts';

/** A model that a person has agreed to, and how it differs from the one before. */
export interface ReweightedModel {
  readonly model: Model;
  readonly changes: readonly ModelChange[];
}

/**
 * The model with other weights for its dimensions, by their ids, as its next version; `decimals` of the weights are
 * kept, 2 unless told. What is not named keeps its weight. Throws a HealthError for an id the model does not have, and
 * where the model would not pass.
 */
export function reweightModel(model: Model, weights: Readonly<Record<string, number>>, decimals = 2): ReweightedModel {
  mustBe(
    Number.isInteger(decimals) && decimals >= 0 && decimals <= 12,
    'decimals',
    'a whole number, at most 12',
    decimals,
  );
  for (const id of Object.keys(weights)) {
    const known = model.dimensions.some((dimension) => dimension.id === id);
    mustBe(known, 'weights', `the ids of dimensions of ${model.id}`, id);
  }
  const dimensions = model.dimensions.map((dimension) => {
    const weight = Object.hasOwn(weights, dimension.id) ? weights[dimension.id] : undefined;
    return weight === undefined ? dimension : { ...dimension, weight: Number(weight.toFixed(decimals)) };
  });
  const changed = { ...model, dimensions };
  const next = parseModel({ ...changed, version: suggestVersion(model, changed) });
  return { model: next, changes: diffModels(model, next) };
}
