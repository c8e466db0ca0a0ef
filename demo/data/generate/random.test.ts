import { expect } from 'chai';
import { Random, randomFor } from './random.ts';

const draw = (count: number, one: () => number) => Array.from({ length: count }, one);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

describe('random numbers', () => {
  it('repeat for the same seed and path, and differ for any other', () => {
    const paths: [number, ...(string | number)[]][] = [
      [7, 'use', 1],
      [7, 'use', 2],
      [7, 'people', 1],
      [8, 'use', 1],
    ];
    const [first, ...others] = paths.map((path) => draw(5, () => randomFor(...path).next()));
    expect(draw(5, () => randomFor(7, 'use', 1).next())).to.deep.equal(first);
    for (const other of others) expect(other).to.not.deep.equal(first);
  });

  it('are spread as they should be', () => {
    const random = new Random(1);
    const even = draw(20_000, () => random.next());
    expect(even.every((value) => value >= 0 && value < 1)).to.equal(true);
    expect(mean(even)).to.be.closeTo(0.5, 0.01);
    expect(variance(even)).to.be.closeTo(1 / 12, 0.003);
    const normal = draw(20_000, () => random.normal(3, 2));
    expect(mean(normal)).to.be.closeTo(3, 0.06);
    expect(variance(normal)).to.be.closeTo(4, 0.2);
    const counts = draw(20_000, () => random.poisson(2.5));
    expect(mean(counts)).to.be.closeTo(2.5, 0.05);
    expect(variance(counts)).to.be.closeTo(2.5, 0.12);
    expect(mean(draw(20_000, () => Math.log(random.logNormal(15, 0.8))))).to.be.closeTo(Math.log(15), 0.03);
  });

  it('choose places by their weight, and none where all weights are 0', () => {
    const random = new Random(2);
    const places = draw(10_000, () => random.place([1, 0, 3]));
    expect(places.filter((place) => place === 2).length / 10_000).to.be.closeTo(0.75, 0.02);
    expect(places).to.not.include(1);
    expect(random.place([0, 0])).to.equal(-1);
  });

  it('are whole within both bounds', () => {
    const random = new Random(3);
    expect([...new Set(draw(200, () => random.whole(-1, 2)))].sort((a, b) => a - b)).to.deep.equal([-1, 0, 1, 2]);
  });
});
