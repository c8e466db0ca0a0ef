import { expect } from 'chai';
import { aucInterval } from '../truth/auc-interval.ts';
import { areaByGroup } from './area-by-group.ts';
import { seeded } from './seeded.ts';

const next = seeded(2);
const single = Array.from({ length: 400 }, (_, n) => ({ account: `a${n}`, happened: next() < 0.3, score: next() }));
const of = (rows: typeof single) => ({
  groups: rows.map(({ account }) => account),
  happened: rows.map(({ happened }) => happened),
  scores: rows.map(({ happened, score }) => score + Number(happened) * 0.4),
});
const area = (rows: typeof single) => {
  const { groups, happened, scores } = of(rows);
  return areaByGroup(groups, happened, scores, { generator: seeded(1), times: 400 }).value;
};

describe('areaByGroup', () => {
  it("is DeLong's where each row is an account of its own", () => {
    const { happened, scores } = of(single);
    const delong = aucInterval(happened, scores).value;
    expect(area(single)?.auc).to.equal(delong?.auc);
    expect(area(single)?.standardError).to.be.closeTo(delong?.standardError ?? Number.NaN, 0.003);
    expect(area(single)?.low).to.be.closeTo(delong?.low ?? Number.NaN, 0.01);
  });

  it('grows no narrower for rows that are said nine times over, as DeLong does', () => {
    const copies = Array.from({ length: 9 }, () => single).flat();
    expect(area(copies)?.standardError).to.be.closeTo(area(single)?.standardError ?? Number.NaN, 1e-12);
    const { happened, scores } = of(copies);
    const delong = aucInterval(happened, scores).value?.standardError ?? Number.NaN;
    expect(delong).to.be.below(0.4 * (area(copies)?.standardError ?? 0));
  });

  it('is nothing where only one outcome came, or to so few that draws miss them', () => {
    const none = single.map((row) => ({ ...row, happened: false }));
    expect(area(none)).to.equal(null);
    expect(area(none.with(0, { ...single[0], happened: true } as (typeof single)[0]))).to.equal(null);
  });
});
