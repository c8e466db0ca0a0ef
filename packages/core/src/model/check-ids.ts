import { formatPath, given, type Issue } from '../errors.ts';
import { didYouMean } from '../schema/did-you-mean.ts';

/** An id and where it stands. */
export interface PlacedId {
  readonly id: string;
  readonly path: string;
}

/** The ids of a list of things that have one, with their paths. */
export const checkIds = (path: string, items: readonly { readonly id: string }[]): PlacedId[] =>
  items.map(({ id }, index) => ({ id, path: `${path}[${index}].id` }));

/** One issue for every id that has been used before. */
export function duplicates(ids: readonly PlacedId[]): Issue[] {
  const first = new Map<string, string>();
  return ids.flatMap(({ id, path }) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, path);
      return [];
    }
    return [
      {
        code: 'duplicate-id',
        path,
        message: `${path} must be an id of its own, not ${given(id)}, which ${before} already has.`,
      },
    ];
  });
}

/** Says that something is named which the model does not have. */
export function unknown(what: string, id: string, path: string, known: readonly string[]): Issue {
  const choices = known.length ? `the model has ${known.slice(0, 20).join(', ')}` : `the model has none`;
  return {
    // Of several sorts that it might have been, as "dimension, group or metric", none is known.
    code: `unknown-${/\W/.test(what) ? 'id' : what}`,
    path,
    message: `${path} names no ${what} of this model: expected one that is defined, not ${given(id)} (${choices}).${didYouMean(id, known)}`,
  };
}

/** A path with one more key, written as a reader would. */
export const within = (path: string, key: string): string => {
  const last = formatPath([key]);
  return last.startsWith('[') ? `${path}${last}` : `${path}.${last}`;
};
