import { readdirSync, readFileSync } from 'node:fs';
import type { Engine } from '@hale/cli';
import { type Account, HealthError, type Model, type ModelDocument, parseAccount, parseModel } from '@hale/core';
import { expect } from 'chai';
import fc from 'fast-check';
import { now } from '../../packages/core/src/fixtures/account-arbitraries.ts';
import { standingModel } from '../../packages/core/src/fixtures/standing-arbitraries.ts';
import { crowdOf, instants, seed } from '../support/crowd.ts';
import { onEveryEngine } from '../support/engines.ts';
import { assertForAll } from '../support/random.ts';
import { differing, scoredBy } from '../support/scored.ts';
import { smallestAccount } from '../support/smallest-account.ts';
import { type Given, givenOf, type Vectors } from '../support/vectors.ts';

/** Reports made of the rows of one statement, against those made of the accounts themselves. */

/** So many models are tried on the same accounts before others are drawn. */
const modelsARound = 50;

const iso = (ms: number): string => new Date(ms).toISOString();

/** Every account that a conformance vector has scored, with its model and as of when; under an id of its own. */
function scoredInVectors(): { model: Model; account: Account; now: number; name: string }[] {
  const folder = new URL('../../packages/core/vectors/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'index.json');
  const all = files.flatMap((file) => {
    const vectors: Vectors = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    return vectors.cases.flatMap((one) => {
      const given = givenOf(vectors, one);
      const { before, children = [] } = given;
      const each = [
        given,
        ...(before ? [{ ...given, ...before }] : []),
        ...children.map((account) => ({ ...given, account })),
      ];
      return each.map((given) => ({ given, name: `${file}: ${one.name}` }));
    });
  });
  return all.flatMap(({ given, name }, index) => {
    const { model, account, now } = parsed(given) ?? {};
    return model && account && now ? [{ model, account: { ...account, id: `${name} ${index}` }, now, name }] : [];
  });
}

/** What can be scored; null of what is to be refused. */
function parsed({ model, account, now }: Given): { model: Model; account: Account; now: number } | null {
  try {
    return { model: parseModel(model), account: parseAccount(account), now: Date.parse(String(now)) };
  } catch (error) {
    if (error instanceof HealthError) return null;
    throw error;
  }
}

/** An account that an engine scores otherwise than JavaScript, and how the two differ. */
interface Wrong {
  readonly one: Account;
  readonly how: readonly string[];
}

/** Those of the accounts that the engine holds, which must be these. */
async function wrongOnes(engine: Engine, model: Model, at: number, accounts: readonly Account[]): Promise<Wrong[]> {
  const found = await scoredBy(engine, model, at);
  expect(found.size).to.equal(accounts.length);
  return accounts
    .map((one) => ({ one, how: differing(found.get(one.id), model, one, at) }))
    .filter(({ how }) => how.length > 0);
}

/** The smallest account that can be made of one so that it still differs, as text; the engine is filled with others then. */
async function smallestOf(engine: Engine, model: Model, at: number, first: Wrong): Promise<string> {
  let { how } = first;
  const smallest = await smallestAccount(first.one, async (smaller) => {
    const one = parsed({ model, account: smaller, now: iso(at) })?.account;
    if (!one) return false;
    await engine.fill([one]);
    const [wrong] = await wrongOnes(engine, model, at, [one]);
    how = wrong?.how ?? how;
    return wrong !== undefined;
  });
  return `${JSON.stringify(smallest)}\nas of ${iso(at)}:\n${how.slice(0, 10).join('\n')}`;
}

onEveryEngine('scores', (subject) => {
  it('are those of JavaScript, with all that explains them', async () => {
    const { engine } = subject;
    const runs = subject.runs(500);
    for (let round = 0; round * modelsARound < runs; round++) {
      const accounts = crowdOf(round);
      await engine.fill(accounts);
      const trying = {
        runs: Math.min(modelsARound, runs - round * modelsARound),
        seed: seed + round,
        say: async (document: ModelDocument, at: number) => {
          const model = parseModel(document);
          const [first] = await wrongOnes(engine, model, at, accounts);
          return first ? smallestOf(engine, model, at, first) : 'It does not fail again.';
        },
      };
      await assertForAll([standingModel, fc.constantFrom(...instants)], trying, async (document, at) => {
        const [first] = await wrongOnes(engine, parseModel(document), at, accounts);
        if (first) throw new Error(first.how.slice(0, 10).join('\n'));
      });
    }
  });

  it('reach an edge and a threshold that the grid they lie on lacks', async () => {
    for (const edge of [33.3, 66.6, 70.7]) {
      const model = parseModel({
        id: 'edges',
        version: '1',
        hysteresis: 0.1,
        measures: { f: { kind: 'fact', name: 'f' } },
        dimensions: [{ id: 'd', weight: 1, metrics: [{ kind: 'range', id: 'x', measure: 'f', worst: 0, best: 100 }] }],
        tiers: [
          { id: 'low', from: 0 },
          { id: 'high', from: edge },
        ],
        signals: [
          { id: 'there', effect: 'growth', severity: 'low', when: { score: 'value', gte: edge } },
          { id: 'is', effect: 'growth', severity: 'low', when: { score: 'value', eq: edge } },
          { id: 'risen', effect: 'growth', severity: 'low', when: { score: 'change', gte: 0.1 } },
        ],
      });
      const before = iso(now - 28 * 86_400_000);
      const given = [edge, edge - 1e-11, edge + 0.1].map((f, place) => {
        const history = [{ at: before, score: edge, coverage: 1, tier: place ? 'low' : 'high', version: '1' }];
        return parseAccount({ id: `${place}`, facts: { f }, history });
      });
      await subject.engine.fill(given);
      const found = await scoredBy(subject.engine, model, now);
      for (const one of given) expect(differing(found.get(one.id), model, one, now)).to.deep.equal([]);
      const tierOf = (id: string) => found.get(id)?.report.tier;
      expect([tierOf('0'), tierOf('1'), tierOf('2')]).to.deep.equal(['high', 'low', 'high']);
      const signalsOf = (id: string) =>
        found
          .get(id)
          ?.report.signals.map((signal) => signal.id)
          .sort();
      expect(signalsOf('0')).to.deep.equal(['is', 'there']);
      expect(signalsOf('1')).to.deep.equal([]);
      expect(signalsOf('2')).to.deep.equal(['risen', 'there']);
    }
  });

  it('are those of the conformance vectors', async () => {
    const cases = scoredInVectors();
    expect(cases.length).to.be.above(250);
    await subject.engine.fill(cases.map(({ account }) => account));
    const alike = new Map<string, typeof cases>();
    for (const one of cases) {
      const key = JSON.stringify([one.model, one.now]);
      alike.set(key, [...(alike.get(key) ?? []), one]);
    }
    for (const group of alike.values()) {
      const [{ model, now }] = group as [(typeof cases)[number]];
      const ids = group.map(({ account }) => account.id);
      const found = await scoredBy(subject.engine, model, now, ids);
      for (const { account, name } of group)
        expect(differing(found.get(account.id), model, account, now), name).to.deep.equal([]);
    }
  });
});
