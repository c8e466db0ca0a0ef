import { expect } from 'chai';
import { attributeText, isFlag } from './assign.ts';

describe('an attribute of a component', () => {
  it('holds words, numbers and true', () => {
    expect(['', 'Acme', 0, -4.5, true].map(attributeText)).to.deep.equal(['', 'Acme', '0', '-4.5', '']);
  });

  it('holds nothing that HTML cannot say', () => {
    const unsayable = [undefined, null, false, Number.NaN, Number.POSITIVE_INFINITY, {}, [], () => 1, Symbol('a'), 1n];
    for (const value of unsayable) expect(attributeText(value)).to.equal(undefined);
  });

  it('spells out a flag where HTML wants the word', () => {
    expect([isFlag('aria-busy', false), isFlag('data-on', true)]).to.deep.equal([true, true]);
    expect([isFlag('aria-label', 'Acme'), isFlag('draggable', true)]).to.deep.equal([false, false]);
  });
});
