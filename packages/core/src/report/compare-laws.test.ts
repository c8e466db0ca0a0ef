import { expect } from 'chai';
import fc from 'fast-check';
import { account as anyAccount, model as anyModel, now as anyNow } from '../fixtures/arbitraries.ts';
import { moved, sum } from '../fixtures/moved.ts';
import {
  type Account,
  buildReport,
  type Model,
  type Observation,
  parseModel,
  type Report,
  readAccount,
  reportFromReading,
} from '../index.ts';
import { compareReports } from './compare-reports.ts';
import { type Comparison, causes } from './comparison.ts';

const week = 7 * 86_400_000;

function expectExact(comparison: Comparison, before: Report, after: Report) {
  if (before.score === null || after.score === null) {
    expect(comparison).to.include({ change: null, parts: null });
    expect(comparison.reason).to.be.an('object');
    return;
  }
  const change = after.score - before.score;
  expect(comparison.change).to.equal(change);
  expect(sum(comparison.parts)).to.equal(change);
  expect(comparison.metrics.reduce((all, one) => all + (one.change ?? 0), 0)).to.equal(change);
  for (const cause of causes) {
    const part = comparison.metrics.reduce((all, { parts }) => all + (parts?.[cause] ?? 0), 0);
    expect(part).to.equal(comparison.parts?.[cause]);
  }
  for (const one of comparison.metrics) expect(sum(one.parts)).to.equal(one.change);
}

describe('compareReports on random models and accounts', () => {
  const override = fc.option(
    fc.record({ score: fc.integer({ min: 0, max: 100 }), reason: fc.constant('r'), author: fc.constant('a') }),
  );
  const random = (
    check: (models: { before: Model; after: Model }, before: Report, after: Report, account: Account) => void,
  ) =>
    fc.assert(
      fc.property(
        fc.tuple(anyModel, anyModel),
        fc.tuple(anyAccount, anyAccount),
        fc.tuple(override, override),
        fc.integer({ min: 0, max: 30 }),
        ([a, b], [one, other], overrides, weeks) => {
          const models = { before: parseModel(a), after: parseModel({ ...b, version: '2.0.0' }) };
          const at = [anyNow - weeks * week, anyNow].map((ms) => new Date(ms));
          const set = [one, other].map((account, index) => {
            const own = overrides[index];
            return own ? { ...account, overrides: [{ ...own, at: '2020-01-01T00:00:00.000Z' }] } : account;
          }) as [Account, Account];
          const before = buildReport(models.before, set[0], { now: at[0] as Date });
          check(models, before, buildReport(models.after, set[1], { now: at[1] as Date }), set[1]);
        },
      ),
      { numRuns: 100 },
    );

  it('sums exactly, over all and for each metric, with models and without, forwards and backwards', () => {
    random((models, before, after) => {
      const turned = { before: models.after, after: models.before };
      for (const comparison of [compareReports(before, after, models), compareReports(before, after)]) {
        expectExact(comparison, before, after);
      }
      for (const comparison of [compareReports(after, before, turned), compareReports(after, before)]) {
        expectExact(comparison, after, before);
      }
    });
  });

  it('finds nothing between a report and itself', () => {
    random(({ after: model }, _, report) => {
      for (const models of [undefined, { after: model }]) {
        const comparison = compareReports(report, report, models);
        expect(comparison).to.deep.include({ metrics: [], groups: [], signals: [], tier: null, override: null });
        expect(comparison.certain).to.equal(true);
        if (report.score !== null) expect(moved(comparison)).to.deep.equal([]);
      }
    });
  });

  it('counts as the model’s what only the model did', () => {
    random((models, _, after, account) => {
      // A score set by hand makes up for what the model gives, and for whether it gives any.
      const free = { ...account, overrides: [] };
      const [before, now] = [models.before, models.after].map((one) => buildReport(one, free, { now: after.asOf }));
      const comparison = compareReports(before as Report, now as Report, models);
      if (comparison.parts) expect(moved(comparison).filter((cause) => cause !== 'model')).to.deep.equal([]);
    });
  });

  it('counts as data what only values did, and as coverage what only their absence did', () => {
    random(({ after: model }, _, { asOf }, account) => {
      const reading = { ...readAccount(model, account, { now: asOf }), overrides: [] };
      const reportWith = (change: (one: Observation, place: number) => Observation) =>
        reportFromReading(
          model,
          {
            ...reading,
            observations: new Map([...reading.observations].map(([id, one], place) => [id, change(one, place)])),
          },
          { now: asOf },
        );
      const [plain, changed, gone] = [
        reportWith((one) => one),
        reportWith((one, place) => ({ ...one, value: one.value === null ? null : (one.value + place + 1) % 40 })),
        reportWith((one, place) => (place % 3 ? one : { value: null, at: null })),
      ];
      for (const models of [undefined, { after: model }]) {
        for (const [other, cause] of [
          [changed, 'data'],
          [gone, 'coverage'],
        ] as const) {
          const comparison = compareReports(plain, other, models);
          if (!comparison.parts) continue;
          expect(moved(comparison).filter((one) => one !== cause)).to.deep.equal([]);
          expect(comparison.certain).to.equal(true);
        }
      }
    });
  });

  it('never calls it the model within one version and one set of groups, and is plain JSON', () => {
    random(({ after: model }, _, after, account) => {
      const events = (account.events ?? []).slice(1);
      const before = buildReport(model, { ...account, events }, { now: new Date(anyNow - week) });
      for (const models of [undefined, { after: model }]) {
        const comparison = compareReports(before, after, models);
        expect(JSON.parse(JSON.stringify(comparison))).to.deep.equal(comparison);
        if (comparison.parts) expect(moved(comparison)).not.to.include.members(['model', 'group']);
      }
    });
  });
});
