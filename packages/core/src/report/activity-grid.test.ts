import { expect } from 'chai';
import { parseModel } from '../model/define-model.ts';
import type { ModelDocument } from '../model/model.ts';
import { dayMs } from '../schema/time.ts';
import { type ActivityCell, activityDays, activityGrids } from './activity-grid.ts';

const document: ModelDocument = {
  id: 'm',
  version: '1',
  measures: { x: { kind: 'fact', name: 'x' } },
  dimensions: [{ id: 'd', weight: 1, metrics: [{ kind: 'range', id: 'x', measure: 'x', worst: 0, best: 1 }] }],
  tiers: [],
};
const by = [
  { property: 'user' },
  { property: 'feature', label: 'What they use' },
  { property: 'site' },
  { property: 'team' },
];
const model = parseModel({ ...document, activity: { event: 'use', days: 7, by } });
const now = Date.parse('2026-11-14T09:00:00.000Z');
const first = Date.parse('2026-11-08') / dayMs;
const cell = (id: string, day: number, change: Partial<ActivityCell> = {}): ActivityCell => ({
  by: 'user',
  id,
  day: first + day,
  count: 1,
  key: false,
  ...change,
});
const tracked: Parameters<typeof activityGrids>[2] = { since: null, tracked: true };
const rows = (cells: readonly ActivityCell[], account = tracked) =>
  activityGrids(model, cells, account, now)?.grids[0]?.rows ?? [];

describe('activityDays', () => {
  it('ends with the day that is under way, and begins at its midnight', () => {
    expect(activityDays(model, now)).to.deep.equal({ first, days: 7, from: first * dayMs });
    // At midnight the new day has nothing in it yet.
    expect(activityDays(model, Date.parse('2026-11-15'))?.first).to.equal(first);
    expect(activityDays(model, Date.parse('2026-11-15') + 1)?.first).to.equal(first + 1);
  });

  it('tells days in the model’s time zone', () => {
    const inTokyo = parseModel({ ...model, timeZone: 'Asia/Tokyo' });
    expect(activityDays(inTokyo, Date.parse('2026-11-14T16:00:00.000Z'))).to.deep.equal({
      first: first + 1,
      days: 7,
      from: Date.parse('2026-11-08T15:00:00.000Z'),
    });
  });

  it('is nothing for a model without grids', () => {
    expect(activityDays(parseModel(document), now)).to.equal(null);
    expect(activityGrids(parseModel(document), [], tracked, now)).to.equal(null);
  });
});

describe('activityGrids', () => {
  it('adds up what a row did on a day, and marks days on which a key feature was used', () => {
    const cells = [cell('ann', 0), cell('ann', 0, { count: 4, key: true }), cell('ann', 6), cell('ann', 6)];
    expect(rows(cells)).to.deep.equal([
      { id: 'ann', label: 'ann', counts: [5, 0, 0, 0, 0, 0, 2], key: [1, 0, 0, 0, 0, 0, 0] },
    ]);
  });

  it('shows the busiest rows first, those alike by name, and counts the ones it leaves out', () => {
    expect(rows([cell('bo', 1), cell('ann', 2), cell('cy', 1, { count: 9 })]).map(({ id }) => id)).to.deep.equal([
      'cy',
      'ann',
      'bo',
    ]);
    const many = Array.from({ length: 53 }, (_, index) => cell(`u${index}`, 1));
    expect(activityGrids(model, many, tracked, now)?.grids[0]).to.include({ more: 3 });
    expect(rows(many)).to.have.length(50);
    expect(activityGrids(model, many.slice(0, 50), tracked, now)?.grids[0]).to.include({ more: 0 });
  });

  it('leaves out what lies outside of its days', () => {
    expect(rows([cell('ann', -1), cell('bo', 7)])).to.deep.equal([]);
    expect(rows([cell('ann', 0), cell('ann', 6), cell('ann', 7)])[0]?.counts).to.deep.equal([1, 0, 0, 0, 0, 0, 1]);
  });

  it('does not know the days before the account began', () => {
    const since = (first + 2) * dayMs + 1;
    expect(rows([cell('ann', 4)], { since, tracked: true })[0]?.counts).to.deep.equal([null, null, 0, 0, 1, 0, 0]);
    expect(rows([cell('ann', 4)], { since: 0, tracked: true })[0]?.counts[0]).to.equal(0);
  });

  it('is nothing where the event is not recorded, and has no empty grids', () => {
    expect(activityGrids(model, [cell('ann', 1)], { since: null, tracked: false }, now)).to.equal(null);
    expect(activityGrids(model, [], tracked, now)).to.deep.equal({ start: '2026-11-08', days: 7, grids: [] });
  });

  it('names its grids: as the model does, by habit, or by the property', () => {
    const cells = by.map(({ property }) => cell('x', 1, { by: property }));
    expect(activityGrids(model, cells, tracked, now)?.grids.map(({ by, label }) => [by, label])).to.deep.equal([
      ['user', 'People'],
      ['feature', 'What they use'],
      ['site', 'site'],
      ['team', 'Teams'],
    ]);
  });

  it('does not know a sum too large for a number', () => {
    const huge = [cell('ann', 1, { count: Number.MAX_VALUE }), cell('ann', 1, { count: Number.MAX_VALUE })];
    expect(rows(huge)[0]?.counts[1]).to.equal(null);
  });
});
