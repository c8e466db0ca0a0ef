import { expect } from 'chai';
import { methodNames } from './methods.ts';
import { methodSqlOf } from './sql-methods.ts';

describe('methods in SQL', () => {
  it('are there for every method', () => {
    for (const method of methodNames) expect(methodSqlOf({ method }), method).to.be.a('function');
    expect(methodSqlOf({})).to.equal(methodSqlOf({ method: 'weighted' }));
  });
});
