import type { Engine } from '@hale/cli';
import { type Account, type Measure, type Model, type Observation, parseModel, readAccount } from '@hale/core';
import { compileObservations } from '@hale/core/sql';
import { expect } from 'chai';

/** A model of these measures, with a grid of activity. */
export const modelOf = (measures: Readonly<Record<string, Measure>>, timeZone?: string): Model =>
  parseModel({
    id: 'random',
    version: '1',
    ...(timeZone ? { timeZone } : {}),
    measures,
    dimensions: [{ id: 'd', weight: 1, metrics: [{ kind: 'range', id: 'x', measure: 'm0', worst: 0, best: 1 }] }],
    tiers: [],
    activity: { event: 'use', days: 28, by: [{ property: 'user' }, { property: 'feature' }], key: { key: true } },
  });

type Observations = ReadonlyMap<string, Observation>;

/** What an engine observes of each account, in their order; the accounts must be those it was filled with. */
export async function observedBy(
  engine: Engine,
  model: Model,
  accounts: readonly Account[],
  now: number,
): Promise<Observations[]> {
  const statement = compileObservations(model, engine.dialect, { now });
  const found = await engine.run(statement);
  expect(found.map(statement.accountOf)).to.have.ordered.members(accounts.map(({ id }) => id).sort());
  const byAccount = new Map(found.map((row) => [statement.accountOf(row), statement.observationsOf(row)]));
  return accounts.map(({ id }) => byAccount.get(id) ?? new Map());
}

/** What JavaScript observes of an account. */
export const observedHere = (model: Model, account: Account, now: number): Observations =>
  readAccount(model, account, { now: new Date(now) }).observations;

/** The value of the measure m0 of one account, by an engine after it was filled with it, and by JavaScript. */
export async function m0(
  engine: Engine,
  model: Model,
  account: Account,
  now: number,
): Promise<{ inEngine: number | null | undefined; here: number | null | undefined }> {
  await engine.fill([account]);
  const [found] = await observedBy(engine, model, [account], now);
  return { inEngine: found?.get('m0')?.value, here: observedHere(model, account, now).get('m0')?.value };
}

/** Fails where two observations differ: in a value by more than a billionth, in anything else at all. */
export function expectSame(found: Observations, expected: Observations, model: Model): void {
  expect([...found.keys()]).to.have.members([...expected.keys()]);
  for (const [id, { value, at, parts }] of found) {
    const other = expected.get(id);
    const where = `${id} ${JSON.stringify(model.measures[id])}`;
    expectClose(value, other?.value ?? null, where);
    expect(at, where).to.equal(other?.at);
    expect(Object.keys(parts ?? {}), where).to.have.members(Object.keys(other?.parts ?? {}));
    for (const [part, figure] of Object.entries(parts ?? {}))
      expectClose(figure, other?.parts?.[part] ?? null, `${where} ${part}`);
  }
}

function expectClose(found: number | null, expected: number | null, where: string): void {
  if (found === null || expected === null) expect(found, where).to.equal(expected);
  else expect(found, where).to.be.closeTo(expected, 1e-9 * Math.max(1, Math.abs(expected)));
}
