import { expect } from 'chai';
import { formatPath, given, HealthError } from './errors.ts';

describe('errors', () => {
  it('carries every issue, and the first one as its own', () => {
    const error = new HealthError([
      { code: 'a', path: 'x', message: 'x must be 1.' },
      { code: 'b', path: 'y', message: 'y must be 2.' },
    ]);
    expect(error.code).to.equal('a');
    expect(error.path).to.equal('x');
    expect(error.message).to.equal('x must be 1.\ny must be 2.');
  });

  it('writes paths as a reader would', () => {
    expect(formatPath(['dimensions', 1, 'metrics', 0, 'best'])).to.equal('dimensions[1].metrics[0].best');
    expect(formatPath(['facts', 'two words'])).to.equal('facts["two words"]');
    expect(formatPath([])).to.equal('');
  });

  it('shows any value briefly', () => {
    expect(given(undefined)).to.equal('nothing');
    expect(given('x'.repeat(200))).to.have.length.below(90);
    expect(given(Number.NaN)).to.equal('NaN');
    expect(given([1, 2])).to.equal('a list of 2');
    expect(
      given({
        toJSON: () => {
          throw new Error('hostile');
        },
      }),
    ).to.equal('an object');
  });
});
