import type { Account, Model } from '@hale/core';
import { compileObservations, compileScores, reportFromRow } from '@hale/core/sql';
import type { Engine } from '../engines/engine.ts';
import { answering, type Scored, type ToScore } from './answers.ts';
import { differences } from './differences.ts';
import { givenOf, type Vectors } from './vectors.ts';

/** A case whose answer is not the one written down. */
export interface Failure {
  readonly file: string;
  readonly case: string;
  /** Where it differs: `/score must be 41, not 42`; or what the engine says is wrong. */
  readonly differences: readonly string[];
}

export interface Outcome {
  readonly cases: number;
  readonly failures: readonly Failure[];
}

/** One account to be scored for one case, under an id of its own, since many cases call theirs alike. */
interface Place extends ToScore {
  readonly id: string;
}

/**
 * Answers every case of these files with an engine: all accounts are put into its tables at once, and those with the same
 * model and instant are scored by one statement. `at` is told how many statements of how many have run.
 */
export async function runVectors(
  files: ReadonlyMap<string, Vectors>,
  engine: Engine,
  at: (done: number, all: number) => void,
): Promise<Outcome> {
  const cases = [...files].flatMap(([file, vectors]) =>
    vectors.cases.map((one) => ({ file, one, asks: vectors.asks, given: givenOf(vectors, one) })),
  );
  const places: Place[] = [];
  const needed = cases.map(({ asks, given }) =>
    answering(asks)
      .needs(given)
      .map((one): Place => {
        const place = { ...one, id: `${`${places.length}`.padStart(5, '0')} ${one.account.id}`.slice(0, 200) };
        places.push(place);
        return place;
      }),
  );
  // An account without a name is called by its id.
  await engine.fill(places.map(({ account, id }): Account => ({ ...account, id, name: account.name ?? account.id })));
  const scored = await scoreAll(places, engine, at);
  const failures: Failure[] = [];
  for (const [index, { file, one, asks, given }] of cases.entries()) {
    const found = (needed[index] ?? []).map(({ id }) => scored.get(id));
    const wrong = found.flatMap((each) => (each instanceof Error ? [each.message] : each ? [] : ['/ has no row']));
    const reports = found.filter((each): each is Scored => each !== undefined && !(each instanceof Error));
    const told = wrong.length > 0 ? wrong : differences(one.answer, answering(asks).answer(given, reports));
    if (told.length > 0) failures.push({ file, case: one.name, differences: told });
  }
  return { cases: cases.length, failures };
}

/** The accounts by their ids, each scored by its own model; an error for those that the engine could not score. */
async function scoreAll(
  places: readonly Place[],
  engine: Engine,
  at: (done: number, all: number) => void,
): Promise<Map<string, Scored | Error>> {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const key = `${place.now} ${JSON.stringify(place.model)}`;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  const scored = new Map<string, Scored | Error>();
  let done = 0;
  for (const group of groups.values()) {
    at(done++, groups.size);
    const [first] = group;
    if (!first) continue;
    try {
      for (const [id, one] of await scoreGroup(group, first.model, first.now, engine)) scored.set(id, one);
    } catch (error) {
      for (const { id } of group) scored.set(id, error instanceof Error ? error : new Error(String(error)));
    }
  }
  return scored;
}

async function scoreGroup(
  group: readonly Place[],
  model: Model,
  now: number,
  engine: Engine,
): Promise<Map<string, Scored>> {
  const query = { now, accounts: group.map(({ id }) => id) };
  const statement = compileScores(model, engine.dialect, { ...query, reports: true });
  const rows = await engine.run(statement);
  const measured = await measuresOf(model, query, engine);
  const own = new Map(group.map(({ id, account }) => [id, account.id]));
  return new Map(
    rows.map((row) => {
      const id = statement.accountOf(row);
      const report = reportFromRow(statement, row);
      const named = { ...report, account: { ...report.account, id: own.get(id) ?? id } };
      return [id, { report: named, measured: (measure) => measured.get(id)?.get(measure) ?? null }];
    }),
  );
}

/** What weighs accounts in a roll-up need not be in a report. */
async function measuresOf(
  model: Model,
  query: { readonly now: number; readonly accounts: readonly string[] },
  engine: Engine,
): Promise<Map<string, Map<string, number | null>>> {
  if (model.rollUp?.by === undefined) return new Map();
  const statement = compileObservations(model, engine.dialect, query);
  const rows = await engine.run(statement);
  return new Map(
    rows.map((row) => {
      const read = [...statement.observationsOf(row)].map(([id, { value }]) => [id, value] as const);
      return [statement.accountOf(row), new Map(read)];
    }),
  );
}
