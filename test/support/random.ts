import fc from 'fast-check';

type Arbitraries<T extends readonly unknown[]> = { [Place in keyof T]: fc.Arbitrary<T[Place]> };

/**
 * Tries an asynchronous property on so many random cases. A failure shows the smallest case that was found, as JSON, and
 * the seed that finds it again.
 */
export async function assertForAll<T extends readonly [unknown, ...unknown[]]>(
  arbitraries: Arbitraries<T>,
  runs: number,
  property: (...given: T) => Promise<void>,
): Promise<void> {
  const result = await fc.check(
    fc.asyncProperty(fc.tuple<unknown[]>(...arbitraries), (given) =>
      // Sound: the tuple was made of an arbitrary for each.
      property(...(given as unknown as T)),
    ),
    { numRuns: runs },
  );
  if (!result.failed) return;
  const cause = result.errorInstance instanceof Error ? result.errorInstance : new Error(String(result.errorInstance));
  const found = `seed ${result.seed}, path "${result.counterexamplePath}"`;
  throw new Error(
    `${cause.message}\n${result.counterexample?.[0].map((one) => JSON.stringify(one, entries)).join('\n')}\n(${found})`,
    { cause },
  );
}

/** What JSON has no form for, in one that shows what it holds. */
const entries = (_: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);
