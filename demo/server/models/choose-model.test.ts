import { join } from 'node:path';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { expect } from 'chai';
import { findMapping } from '../../data/import/find-mapping.ts';
import { chooseModel } from './choose-model.ts';

describe('chooseModel', () => {
  const mapping = findMapping('.', join(import.meta.dirname, '../../data/mappings/ravenstack.json'));

  it('gives the preset to records that have no model of their own', () => {
    expect(chooseModel('Generated company')).to.equal(b2bSaas);
    expect(chooseModel('constructor')).to.equal(b2bSaas);
  });

  it('gives RavenStack one that asks for nothing but what its tables record', () => {
    const model = chooseModel(mapping.name);
    expect(model.id).to.equal('ravenstack');
    const asked = Object.values(model.measures).flatMap((measure) =>
      'event' in measure && measure.event !== undefined ? [measure.event] : [],
    );
    expect(asked).to.have.length.above(5);
    expect(mapping.tracked).to.include.members(asked);
    const facts = mapping.files.flatMap((file) => file.facts ?? []).map(({ name }) => name);
    expect(facts).to.include.members(
      Object.values(model.measures).flatMap((measure) => (measure.kind === 'fact' ? [measure.name] : [])),
    );
  });

  it('gives every model the dimension that customers see', () => {
    for (const name of ['Generated company', mapping.name]) {
      expect(chooseModel(name).dimensions.map(({ id }) => id)).to.include('adoption');
    }
  });
});
