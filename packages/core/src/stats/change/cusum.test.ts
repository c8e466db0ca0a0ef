import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../../fixtures/refuses.ts';
import { cusum } from './cusum.ts';

const plain = { target: 0, slack: 0, limit: 2 };

describe('cusum', () => {
  it('follows the example of the NIST handbook (6.3.2.3): the shift shows at the fourteenth group', () => {
    const groups = [
      324.925, 324.675, 324.725, 324.35, 325.35, 325.225, 324.125, 324.525, 325.225, 324.6, 324.625, 325.15, 328.325,
      327.25, 327.825, 328.5, 326.675, 327.775, 326.875, 328.35,
    ];
    const points = cusum(groups, { target: 325, slack: 0.3175, limit: 4.1959 });
    expect(points.findIndex(({ alarm }) => alarm !== null)).to.equal(13);
    expect(points[12]?.up).to.be.closeTo(3.0075, 1e-9);
    expect(points[13]?.up).to.be.closeTo(4.94, 1e-9);
    expect(points[7]?.down).to.be.closeTo(0.715, 1e-9);
    expect(points.at(-1)?.alarm).to.equal('up');
  });

  it('raises an alarm strictly above the limit, in the direction that is further', () => {
    expect(cusum([1, 1, 0.001], plain).map(({ alarm }) => alarm)).to.deep.equal([null, null, 'up']);
    expect(cusum([-2], plain)).to.deep.equal([{ up: 0, down: 2, alarm: null }]);
    expect(cusum([-3], plain)).to.deep.equal([{ up: 0, down: 3, alarm: 'down' }]);
    expect(cusum([4, -3], plain).map(({ alarm }) => alarm)).to.deep.equal(['up', 'down']);
  });

  it('passes over what is missing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1 }), (values) => {
        const gapped = values.flatMap((value) => [value, null]);
        const points = cusum(gapped, plain).filter((_, place) => place % 2 === 1);
        expect(points).to.deep.equal(cusum(values, plain));
      }),
    );
  });

  it('turns about with the values', () => {
    const values = [3, -1, 4, -1, 5, -9];
    const turned = cusum(values, { target: 1, slack: 0.5, limit: 3 });
    const back = cusum(
      values.map((value) => 2 - value),
      { target: 1, slack: 0.5, limit: 3 },
    );
    expect(back.map(({ down }) => down)).to.deep.equal(turned.map(({ up }) => up));
  });

  it('refuses limits below 0 and what is not finite', () => {
    expect(refusals(() => cusum([1], { ...plain, slack: -1 }))).to.deep.equal([
      'slack must be a number of 0 or more; given -1.',
    ]);
    expect(refusals(() => cusum([1, Number.NaN], plain))).to.deep.equal([
      'values[1] must be a finite number, or null where it is missing; given NaN.',
    ]);
  });
});
