import { expect } from 'chai';
import fc from 'fast-check';
import { account as anyAccount, model as anyModel, now as anyNow } from '../fixtures/arbitraries.ts';
import { refusals } from '../fixtures/refuses.ts';
import { parseAccount, parseModel, readAccount } from '../index.ts';
import type { Observation } from '../measures/measure-kind.ts';
import { type ReadAccount, sensitivity } from './sensitivity.ts';

const now = '2026-11-14T09:00:00.000Z';
const fact = (name: string, more: object = {}) => ({
  kind: 'range',
  id: name,
  measure: name,
  worst: 0,
  best: 100,
  ...more,
});
const document = {
  id: 'm',
  version: '1',
  measures: Object.fromEntries(['a', 'b', 'c'].map((name) => [name, { kind: 'fact', name }])),
  dimensions: [
    { id: 'x', weight: 1, metrics: [fact('a'), { kind: 'group', id: 'g', metrics: [fact('b')] }] },
    { id: 'y', weight: 1, metrics: [fact('c')] },
  ],
  tiers: [
    { id: 'low', from: 0 },
    { id: 'high', from: 50 },
  ],
};
const model = parseModel(document);
const seen = (values: Record<string, number>): ReadAccount =>
  new Map(Object.entries(values).map(([id, value]): [string, Observation] => [id, { value, at: null }]));
const only = (result: ReturnType<typeof sensitivity>, id: string) => result.weights.find((one) => one.id === id);

describe('sensitivity', () => {
  it('says how far scores move with each weight and who changes tier, the strongest first', () => {
    // 0.5 × 100 + 0.5 × 0 is 50; with x at 1.2 of 2.2 it is 54.5, with x at 0.8 of 1.8 it is 44.4.
    const result = sensitivity(model, [seen({ a: 100, b: 100, c: 0 }), seen({ a: 40, b: 40, c: 40 })], { now });
    expect(result).to.include({ by: 0.2, accounts: 2, scored: 2 });
    const x = only(result, 'x');
    expect(x?.up.greatest).to.be.closeTo(100 * (1.2 / 2.2) - 50, 1e-9);
    expect(x?.up.mean).to.be.closeTo((100 * (1.2 / 2.2) - 50) / 2, 1e-9);
    expect(x?.down.greatest).to.be.closeTo(50 - 100 * (0.8 / 1.8), 1e-9);
    expect(x?.down).to.include({ better: 0, worse: 1, unsettled: 0 });
    expect(only(result, 'y')?.up).to.include({ better: 0, worse: 1 });
    // Within x all score alike.
    for (const id of ['a', 'b', 'g']) {
      expect(only(result, id)?.up).to.deep.equal({ mean: 0, greatest: 0, better: 0, worse: 0, unsettled: 0 });
    }
    expect(result.weights.slice(0, 2).map(({ id }) => id)).to.have.members(['x', 'y']);
    expect(only(result, 'g')).to.include({ label: 'G', part: 'group', dimension: 'x' });
  });

  it('refuses what is no model, no list of readings or no reading, by its place', () => {
    const refused = (...given: unknown[]) =>
      refusals(() => (sensitivity as (...given: unknown[]) => unknown)(...given))[0];
    expect(refused(undefined, [], { now })).to.equal('model must be a model that parseModel has taken; given nothing.');
    for (const none of [null, 'ab', { a: 1 }, 4]) {
      expect(refused(model, none, { now })).to.match(/^accounts must be a list of what readAccount gives; given /);
    }
    const reading = 'what readAccount gives, or a Map of observations by measure id';
    expect(refused(model, [seen({ a: 1 }), parseAccount({ id: 'a' })], { now })).to.equal(
      `accounts[1] must be ${reading}; given an object.`,
    );
    expect(refused(model, [null], { now })).to.equal(`accounts[0] must be ${reading}; given null.`);
    expect(refused(model, [{ observations: {} }], { now })).to.equal(
      `accounts[0] must be ${reading}; given an object.`,
    );
    expect(refused(model, [])).to.match(/^now must be a Date/);
  });

  it('moves a weight where a stage has set it', () => {
    const staged = parseModel({
      ...document,
      stages: [{ id: 'new', when: { fact: 'age', lt: 90 }, weights: { y: 3 } }],
    });
    const account = parseAccount({ id: 'acme', facts: { a: 100, b: 100, c: 0, age: 10 } });
    const { weights } = sensitivity(staged, [readAccount(staged, account, { now })], { now });
    expect(weights.find(({ id }) => id === 'y')?.up.greatest).to.be.closeTo(25 - 100 / 4.6, 1e-9);
  });

  it('tells of scores that come and go with the share observed', () => {
    const result = sensitivity(model, [seen({ a: 50, b: 50 })], { now });
    expect(result.scored).to.equal(1);
    expect(only(result, 'y')?.up).to.deep.equal({ mean: 0, greatest: 0, better: 0, worse: 0, unsettled: 1 });
    expect(sensitivity(model, [], { now })).to.include({ accounts: 0, scored: 0 });
  });

  it('gives the same for dimensions and accounts in any order, and never moves a tier without moving a score', () => {
    fc.assert(
      fc.property(anyModel, fc.array(anyAccount, { maxLength: 4 }), (document, accounts) => {
        const model = parseModel(document);
        const turned = parseModel({ ...document, dimensions: document.dimensions.toReversed() });
        const read = accounts.map((account) => readAccount(model, account, { now: new Date(anyNow) }));
        const result = sensitivity(model, read, { now, by: 0.5 });
        expect(sensitivity(turned, read.toReversed(), { now, by: 0.5 })).to.deep.equal(result);
        for (const { up, down } of result.weights) {
          for (const { mean, greatest, better, worse } of [up, down]) {
            expect(greatest).to.be.at.least(mean);
            if (greatest === 0) expect(better + worse).to.equal(0);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('refuses a share that is none', () => {
    expect(refusals(() => sensitivity(model, [], { now, by: 20 }))).to.deep.equal([
      'by must be more than 0 and at most 1, not 20: 0.2 moves each weight by 20%.',
    ]);
  });
});
