import { expect } from 'chai';
import { sizeOf } from './size-controller.ts';

describe('sizeOf', () => {
  it('steps up at 96, 240, 480 and 1200 px', () => {
    const widths = [0, 95, 96, 239, 240, 479, 480, 1199, 1200];
    expect(widths.map((width) => sizeOf(width))).to.deep.equal([
      'tiny',
      'tiny',
      'small',
      'small',
      'medium',
      'medium',
      'large',
      'large',
      'wide',
    ]);
  });

  it('does not regain at once a step that a scrollbar has cost', () => {
    expect([480, 499, 500].map((width) => sizeOf(width, 480))).to.deep.equal(['medium', 'medium', 'large']);
  });
});
