import { HealthError, type Issue } from '../errors.ts';
import { didYouMean } from '../schema/did-you-mean.ts';
import { mostFaults } from '../schema/few-faults.ts';
import { attempt, type Parsed, type Refused } from '../schema/parse.ts';
import { checkModel } from './check-model.ts';
import { mendModel } from './mend-model.ts';
import { type Model, type ModelDocument, model } from './model.ts';

export type { Model };

/**
 * Takes a model from outside, such as parsed JSON. Throws a HealthError that names everything that is wrong, up to 50
 * faults in the order of their paths, each with what was expected and what was given. What cannot be read does not
 * keep the rest from being checked, and nothing is said that only follows from it.
 */
export function parseModel(document: unknown): Model {
  const parsed = attempt(model, document, 'the model', didYouMean);
  const issues = 'data' in parsed ? checkModel(parsed.data) : [...parsed.issues, ...foundBehind(document, parsed)];
  if (issues.length) throw new HealthError(inOrder(issues).slice(0, mostFaults));
  // Sound: the brand says exactly that the lines above have passed.
  return (parsed as { data: ModelDocument }).data as Model;
}

/** What else is wrong with a model that does not parse, in the parts of it that do. */
function foundBehind(document: unknown, refused: Refused): Issue[] {
  const found: Issue[] = [];
  const follows: string[] = ['^$'];
  let left: Parsed<ModelDocument> = refused;
  // Of a kind that there is not, the other fields are looked at only once it has another.
  for (let round = 0; round < 4 && !('data' in left) && left.issues.length + found.length < mostFaults; round++) {
    const mended = mendModel(document, left.faults);
    if (!mended) return found;
    document = mended.document;
    follows.push(...mended.follows);
    left = attempt(model, document, 'the model', didYouMean);
    found.push(...('data' in left ? checkModel(left.data) : left.issues));
  }
  const told = new Set(refused.issues.map(({ path }) => path));
  const isFollowUp = new RegExp(follows.join('|'));
  return found.filter(({ code, path }) => !told.has(path) && !isFollowUp.test(code));
}

/** By path, with items of a list in the order of the list. */
function inOrder(issues: readonly Issue[]): Issue[] {
  const key = ({ path }: Issue) => path.replace(/\d+/g, (digits) => digits.padStart(9, '0'));
  return issues.toSorted((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

/** The same for a model written in code, where the editor knows its shape. */
export const defineModel = (document: ModelDocument): Model => parseModel(document);
