import { type Case, differences, differs, givenOf, inProcess, isFields, type Vectors } from '@hale/cli/conformance';

export { differences, type Fields, type Given, givenOf, isFields, type Vectors } from '@hale/cli/conformance';

/** What this implementation answers. */
export const answerTo = (vectors: Vectors, one: Case): unknown => inProcess[vectors.asks](givenOf(vectors, one));

/**
 * Where an answer is not as expected by hand. An object tells only of the keys that it names; where the answer has a
 * list, it tells by their ids of those things that it names. A list is told in full, each thing as far as it is named.
 */
export function unmet(expected: unknown, actual: unknown, path = ''): string[] {
  if (!isFields(expected)) return differences(expected, actual, path);
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [differs(path, expected, actual)];
    return expected.flatMap((one, index) => unmet(one, actual[index], `${path}/${index}`));
  }
  if (!isFields(actual)) return [differs(path, expected, actual)];
  const find = (key: string) =>
    Array.isArray(actual)
      ? actual.find((one) => isFields(one) && (one.id ?? one.by ?? one.code) === key)
      : Object.hasOwn(actual, key)
        ? actual[key]
        : undefined;
  return Object.entries(expected).flatMap(([key, part]) => unmet(part, find(key), `${path}/${key}`));
}
