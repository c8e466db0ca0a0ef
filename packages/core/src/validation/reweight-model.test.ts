import { expect } from 'chai';
import { refusals } from '../fixtures/refuses.ts';
import { b2bSaas } from '../model/presets/b2b-saas.ts';
import { reweightModel } from './reweight-model.ts';

describe('reweightModel', () => {
  const [first] = b2bSaas.dimensions;

  it('is the next version, in which only the weights named differ', () => {
    const { model, changes } = reweightModel(b2bSaas, { [first?.id ?? '']: 41.237 });
    expect(model.version).to.equal('3.0.0');
    expect(model.dimensions[0]?.weight).to.equal(41.24);
    expect(model.dimensions.slice(1)).to.deep.equal(b2bSaas.dimensions.slice(1));
    expect(changes.map(({ effect }) => effect)).to.deep.equal(['scores', 'words']);
    expect(b2bSaas.dimensions[0]?.weight).to.equal(first?.weight);
  });

  it('refuses decimals that a number cannot be written with, by name', () => {
    for (const decimals of [-1, 0.5, 101]) {
      expect(refusals(() => reweightModel(b2bSaas, {}, decimals))[0]).to.match(/^decimals must be a whole number/);
    }
  });

  it('refuses a dimension that there is not', () => {
    expect(refusals(() => reweightModel(b2bSaas, { constructor: 1 }))).to.deep.equal([
      'weights must be the ids of dimensions of b2b-saas; given "constructor".',
    ]);
  });
});
