import { HealthError } from '../errors.ts';
import { parse } from '../schema/parse.ts';
import { checkModel } from './check-model.ts';
import { type Model, type ModelDocument, model } from './model.ts';

export type { Model };

/**
 * Takes a model from outside, such as parsed JSON. Throws a HealthError that names everything that is wrong,
 * each with its path, what was expected and what was given.
 */
export function parseModel(document: unknown): Model {
  const parsed = parse(model, document, 'the model');
  const issues = checkModel(parsed);
  if (issues.length) throw new HealthError(issues);
  // Sound: the brand says exactly that the two lines above have passed.
  return parsed as Model;
}

/** The same for a model written in code, where the editor knows its shape. */
export const defineModel = (document: ModelDocument): Model => parseModel(document);
