import { expect } from 'chai';
import { type Advice, type ModelDocument, parseModel, reviewModel } from '../index.ts';

const measures: ModelDocument['measures'] = {
  uses: { kind: 'count', event: 'use', within: '28d' },
  usesChange: { kind: 'change', of: 'uses' },
  seats: { kind: 'fact', name: 'seats' },
  seatUse: { kind: 'ratio', of: 'uses', over: 'seats', label: 'Seats in use' },
  breadth: { kind: 'share', event: 'use', of: 'user', among: 'seats', within: '28d' },
  quiet: { kind: 'since', event: 'use' },
};
const range = (measure: string, worst: number, best: number) => ({
  kind: 'range' as const,
  id: 'one',
  measure,
  worst,
  best,
});
type Entry = ModelDocument['dimensions'][number]['metrics'][number];

/** The advice on a model with these metrics, as code, path and sentence; what is unused is left out. */
const said = (metrics: readonly object[], more: object = {}): string[] =>
  review(metrics as Entry[], more)
    .filter(({ code }) => !code.startsWith('unused'))
    .map(({ code, path, sentence }) => `${code} ${path}: ${sentence}`);

const review = (metrics: Entry[], more: object): Advice[] =>
  reviewModel(
    parseModel({ id: 'm', version: '1', measures, dimensions: [{ id: 'd', weight: 1, metrics }], tiers: [], ...more }),
  );

const at = 'dimensions[0].metrics[0]';

describe('reviewModel', () => {
  it('wants a trend to be that of a change', () => {
    const trend = (measure: string) => [{ kind: 'trend', id: 'one', measure, full: 0.2 }];
    expect(said(trend('uses'))).to.deep.equal([
      `trend-of-level ${at}: ${at} looks for a trend in Uses, which is never below 0 and so would only ever be steady or rise: read a measure of its change or slope.`,
    ]);
    expect(said(trend('usesChange'))).to.deep.equal([]);
    expect(said(trend('seats'))).to.deep.equal([]);
  });

  it('wants recency to be counted in days', () => {
    const recency = (measure: string) => [{ kind: 'recency', id: 'one', measure, halfLife: '30d' }];
    expect(said(recency('uses'))).to.deep.equal([
      `recency-not-in-days ${at}: ${at} takes Uses for days gone by, and its unit is number: read a measure of kind "since", or give it "unit": "days".`,
    ]);
    expect(said(recency('quiet'))).to.deep.equal([]);
  });

  it('knows a percentage from a share, in metrics and in rules', () => {
    expect(said([range('seatUse', 0, 85)])).to.deep.equal([
      `not-a-share ${at}: ${at} holds Seats in use against 85, which is 8,500%: its values are shares, 0.48 for 48%. Write 0.85, or give the measure "unit": "number".`,
    ]);
    expect(said([range('seatUse', 0, 0.85)])).to.deep.equal([]);
    const signals = [{ id: 's', effect: 'risk', severity: 'low', when: { any: [{ measure: 'seatUse', lt: 40 }] } }];
    expect(said([range('uses', 0, 85)], { signals })).to.deep.equal([
      'not-a-share signals[0].when.any[0]: signals[0].when.any[0] holds Seats in use against 40, which is 4,000%: its values are shares, 0.48 for 48%. Write 0.4, or give the measure "unit": "number".',
    ]);
  });

  it('finds what no account can reach, also where only a segment makes it so', () => {
    expect(said([range('breadth', 0, 2)])).to.deep.equal([
      `out-of-reach ${at}: ${at} never scores more than 50, since Breadth is between 0% and 100%: bring its edges to where there are values.`,
    ]);
    expect(said([range('uses', 10, -10)])[0]).to.contain('since Uses is never below 0');
    const segments = [
      { id: 'small', when: { fact: 'employees', lt: 9 }, metrics: { one: { best: 4 } } },
      { id: 'large', when: { fact: 'employees', gt: 99 }, weights: { one: 3 } },
    ];
    expect(said([range('breadth', 0, 1)], { segments })).to.deep.equal([
      `out-of-reach ${at}: In small: ${at} never scores more than 25, since Breadth is between 0% and 100%: bring its edges to where there are values.`,
    ]);
    const bands = [
      {
        kind: 'bands',
        id: 'one',
        measure: 'uses',
        bands: [
          { from: -1, score: 0 },
          { from: 1, score: 60 },
        ],
      },
    ];
    expect(said(bands)).to.deep.equal([]);
  });

  it('finds what is listed twice', () => {
    const depth = { kind: 'share', event: 'use', of: 'feature', among: ['a', 'b', 'a'], within: '28d' };
    const count = { kind: 'count', event: 'use', where: { plan: ['x', 'x'] }, within: '28d' };
    expect(said([range('uses', 0, 1)], { measures: { ...measures, depth, count } })).to.deep.equal([
      'repeated-value measures.depth.among[2]: measures.depth.among[2] is "a", as measures.depth.among[0] is already, and counts once: remove one of them.',
      'repeated-value measures.count.where.plan[1]: measures.count.where.plan[1] is "x", as measures.count.where.plan[0] is already, and counts once: remove one of them.',
    ]);
  });

  it('finds measures and playbooks that nothing asks for', () => {
    const playbooks = [
      { id: 'call', steps: ['Call'] },
      { id: 'write', steps: ['Write'], follow: ['quiet'] },
    ];
    const tiers = [{ id: 'low', from: 0, playbook: 'write' }];
    expect(review([range('breadth', 0, 1)], { playbooks, tiers })).to.deep.equal([
      {
        code: 'unused-measure',
        path: 'measures.usesChange',
        sentence: 'measures.usesChange is read by no metric, rule, measure or playbook: use it or remove it.',
      },
      {
        code: 'unused-measure',
        path: 'measures.seatUse',
        sentence: 'measures.seatUse is read by no metric, rule, measure or playbook: use it or remove it.',
      },
      {
        code: 'unused-playbook',
        path: 'playbooks[0]',
        sentence:
          'playbooks[0] is suggested by no tier and no signal: name "call" as the playbook of one, or remove it.',
      },
    ]);
  });
});
