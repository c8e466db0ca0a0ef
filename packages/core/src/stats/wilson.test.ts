import { expect } from 'chai';
import { refusals } from '../fixtures/refuses.ts';
import { wilson } from './wilson.ts';

describe('wilson', () => {
  it('agrees with statsmodels', () => {
    expect(wilson(3, 10)?.low).to.be.closeTo(0.10779126740630104, 1e-12);
    expect(wilson(3, 10)?.high).to.be.closeTo(0.6032218525388546, 1e-12);
  });

  it('says something of none and of all, and nothing of nobody', () => {
    expect(wilson(0, 10)?.low).to.equal(0);
    expect(wilson(0, 10)?.high).to.be.closeTo(0.27753279986288926, 1e-12);
    expect(wilson(10, 10)?.high).to.equal(1);
    expect(wilson(0, 0)).to.equal(null);
  });

  it('refuses more hits than there are rows', () => {
    expect(refusals(() => wilson(3, 2))).to.deep.equal(['hits must be a whole number from 0 to n (2); given 3.']);
  });
});
