import { expect } from 'chai';
import fc from 'fast-check';
import { example } from '../../fixtures/example.ts';
import { foldLines } from './fold-lines.ts';
import { type BreakdownReading, readBreakdown } from './read-breakdown.ts';

const [seats] = example.contributions;
if (!seats) throw new Error('the report has contributions');
const lineOf = (id: string, points: number, changes: object = {}) => ({ ...seats, id, label: id, points, ...changes });
const total = (values: readonly (number | null | undefined)[]) =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
const fold = (reading: BreakdownReading, most: number) =>
  foldLines(
    reading,
    most,
    () => true,
    (count) => `${count} more`,
  );
const folded = (contributions: readonly (typeof seats)[], most: number, score: number | null = null) =>
  fold(
    readBreakdown({ ...example, score: score ?? total(contributions.map(({ points }) => points)), contributions }),
    most,
  );
const labels = ({ groups }: BreakdownReading) => groups.flatMap(({ lines }) => lines.map(({ label }) => label));

describe('a folded breakdown', () => {
  it('keeps the lines that give or take the most, in their order, and sums the others', () => {
    const given = [lineOf('a', 1), lineOf('b', 9), lineOf('c', -6), lineOf('d', 2), lineOf('e', 8)];
    const { groups, left } = folded(given, 3);
    expect(left).to.equal(2);
    expect(groups[0]?.lines.map(({ label, points }) => [label, points])).to.deep.equal([
      ['b', 90],
      ['c', -60],
      ['e', 80],
      ['2 more', 30],
    ]);
  });

  it('is the breakdown itself where there is no more of it, or one line alone would be summed', () => {
    const given = [lineOf('a', 1), lineOf('b', 9), lineOf('c', 6)];
    for (const most of [2, 3, 60]) expect(folded(given, most)).to.include({ left: 0 });
    expect(labels(folded(given, 2))).to.deep.equal(['a', 'b', 'c']);
  });

  it('adds up at every level as it did, whatever is folded', () => {
    const dimension = fc.constantFrom('adoption', 'service', null);
    const points = fc.double({ min: -9, max: 9, noNaN: true });
    const lines = fc.array(fc.tuple(dimension, points), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(lines, fc.nat(60), (given, most) => {
        const contributions = given.map(([dimension, points], i) => lineOf(`m${i}`, points, { dimension }));
        const reading = readBreakdown({ ...example, score: 50, contributions });
        const { groups, left } = fold(reading, most);
        const lines = groups.map((group) => group.lines);
        expect(lines.flat().length).to.be.at.most(most + 2 * groups.length);
        for (const [i, group] of reading.groups.entries()) {
          expect(total((lines[i] ?? []).map(({ points }) => points))).to.equal(group.points);
          expect(total((lines[i] ?? []).map(({ of }) => of))).to.be.closeTo(
            total(group.lines.map(({ of }) => of)),
            1e-6,
          );
        }
        const sums = lines.flat().filter(({ role }) => role === 'rest');
        expect(lines.flat().length - sums.length + left).to.equal(given.length);
      }),
    );
  });

  it('sums by weight, and to no points, where there is no score', () => {
    const given = [0.1, 0.3, 0.2, 0.4].map((weight, i) => lineOf(`m${i}`, 0, { weight, effectiveWeight: weight }));
    const reading = readBreakdown({ ...example, score: null, contributions: given });
    const [, , rest] = fold(reading, 2).groups[0]?.lines ?? [];
    expect(labels(fold(reading, 2))).to.deep.equal(['m1', 'm3', '2 more']);
    expect(rest).to.include({ points: null, of: 300 });
  });

  it('gives no figure for what was not observed, and none that counts for what does not', () => {
    const unseen = { status: 'missing', effectiveWeight: 0, normalized: null };
    const last = (changes: object, second: object = changes) =>
      folded([lineOf('a', 9), lineOf('b', 0, changes), lineOf('c', 0, second)], 1).groups[0]?.lines[1];
    expect(last(unseen)).to.include({ label: '2 more', status: 'missing', of: 0 });
    expect(last({ ...unseen, status: 'stale' })).to.include({ status: 'stale' });
    expect(last({ ...unseen, status: 'stale' }, unseen)).to.include({ status: 'missing' });
    expect(last({ effectiveWeight: 0 })).to.include({ status: 'observed', isAside: true });
    expect(last({ effectiveWeight: 0 }, unseen)).to.include({ status: 'observed', isAside: true });
    expect(last({}, unseen)).to.include({ status: 'observed', isAside: false });
  });
});
