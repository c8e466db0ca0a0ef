import { expect } from 'chai';
import { refusals } from '../../fixtures/refuses.ts';
import { drawGroups, percentileInterval } from './bootstrap.ts';
import { seeded } from './seeded.ts';

describe('seeded', () => {
  it('gives the same numbers for a seed in every engine', () => {
    const next = seeded(42);
    expect([next(), next(), next()]).to.deep.equal([0.6011037519201636, 0.44829055899754167, 0.8524657934904099]);
    expect(seeded(43)()).to.not.equal(seeded(42)());
  });

  it('spreads them evenly over 0…1', () => {
    const next = seeded(7);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 20_000; draw++) {
      const tenth = Math.floor(next() * 10);
      counts[tenth] = (counts[tenth] ?? 0) + 1;
    }
    for (const count of counts) expect(count).to.be.within(1800, 2200);
  });

  it('refuses a seed that is no whole number', () => {
    expect(refusals(() => seeded(0.5))).to.deep.equal(['seed must be a whole number; given 0.5.']);
  });
});

describe('drawGroups', () => {
  const groups = ['b', 'a', 'b', 'c'];
  const drawn = (names: readonly string[], seed: number) =>
    [...drawGroups(names, { generator: seeded(seed), times: 50 })].map((rows) => rows.map((row) => names[row]));

  it('draws whole groups, as many as there are, and some not at all', () => {
    const draws = drawn(groups, 1);
    expect(draws).to.have.length(50);
    for (const names of draws) {
      const bs = names.filter((name) => name === 'b').length;
      expect(bs % 2).to.equal(0);
      expect(names.length - bs / 2).to.equal(3);
    }
    expect(draws.some((names) => !names.includes('b'))).to.equal(true);
  });

  it('draws the same accounts for a seed, in whatever order the rows come', () => {
    expect(drawn(groups.toSorted(), 5)).to.deep.equal(drawn(groups, 5));
    expect(drawn(groups, 6)).to.not.deep.equal(drawn(groups, 5));
  });

  it('refuses to draw too few times', () => {
    expect(refusals(() => [...drawGroups(groups, { generator: seeded(1), times: 10 })])).to.deep.equal([
      'times must be a whole number from 40 to 10000; given 10.',
    ]);
  });
});

describe('percentileInterval', () => {
  const hundred = Array.from({ length: 101 }, (_, value) => value);

  it('leaves as much out at either end', () => {
    expect(percentileInterval(hundred, 0.5).value).to.deep.equal({ low: 25, high: 75, draws: 101 });
  });

  it('says nothing where 1 in 10 draws said nothing', () => {
    expect(percentileInterval([...hundred.slice(0, 90), ...Array(10).fill(null)]).value?.draws).to.equal(90);
    expect(percentileInterval([...hundred.slice(0, 89), ...Array(11).fill(null)]).reason?.code).to.equal('too-few');
    expect(percentileInterval([]).reason?.code).to.equal('too-few');
  });
});
