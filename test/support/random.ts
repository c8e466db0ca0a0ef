import fc from 'fast-check';

type Arbitraries<T extends readonly unknown[]> = { [Place in keyof T]: fc.Arbitrary<T[Place]> };

interface Trying<T extends readonly unknown[]> {
  readonly runs: number;
  /** What the cases are drawn from where that is not the seed of all. */
  readonly seed?: number;
  /** What else there is to say of the smallest case that fails. */
  say?(...given: T): Promise<string>;
}

/**
 * Tries an asynchronous property on so many random cases. A failure shows the smallest case that was found, as JSON, and
 * the seed that finds it again.
 */
export async function assertForAll<T extends readonly [unknown, ...unknown[]]>(
  arbitraries: Arbitraries<T>,
  trying: number | Trying<T>,
  property: (...given: T) => Promise<void>,
): Promise<void> {
  const { runs, seed, say }: Trying<T> = typeof trying === 'number' ? { runs: trying } : trying;
  const result = await fc.check(
    fc.asyncProperty(fc.tuple<unknown[]>(...arbitraries), (given) =>
      // Sound: the tuple was made of an arbitrary for each.
      property(...(given as unknown as T)),
    ),
    { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
  );
  if (!result.failed) return;
  const cause = result.errorInstance instanceof Error ? result.errorInstance : new Error(String(result.errorInstance));
  // Sound as above.
  const more = result.counterexample && (await say?.(...(result.counterexample[0] as unknown as T)));
  const found = `seed ${result.seed}, path "${result.counterexamplePath}"`;
  throw new Error(
    `${cause.message}\n${result.counterexample?.[0].map((one) => JSON.stringify(one, entries)).join('\n')}\n${more ? `${more}\n` : ''}(${found})`,
    { cause },
  );
}

/** What JSON has no form for, in one that shows what it holds. */
const entries = (_: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);
