import { expect } from 'chai';
import { labelFrom, sayNumber, sayValue, toTenths } from './say.ts';

describe('say', () => {
  it('writes numbers with one decimal at most, a true minus and no minus nought', () => {
    expect([0, 0.25, 12.34, 1234567, -3.5, -0.001, -0, 1e21, 0.01, 0.05 - 1e-17, 1 / 300].map(sayNumber)).to.deep.equal(
      ['0', '0.3', '12.3', '1,234,567', '−3.5', '−0.001', '0', '1e+21', '0.01', '0.05', '0.00333'],
    );
  });

  it('rounds halves away from zero as they are written in decimals, as Intl does', () => {
    const halves = [1.45, -1.45, 8.35, 39.55, -9.05, 0.25, -0.25, 1.005, 999.95, 1234567.25];
    expect(halves.map(sayNumber)).to.deep.equal(
      halves.map((value) => new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value).replace('-', '−')),
    );
    expect([-9.05, -0, 0.04, 5e-324, 1e14 + 0.5].map(toTenths)).to.deep.equal([-91, -0, 0, 0, 1e15 + 5]);
  });

  it('writes values in their unit', () => {
    expect(sayValue(0.683, 'percent')).to.equal('68.3%');
    expect(sayValue(-1e308, 'percent')).to.match(/^−1.797\d+e\+308%$/);
    expect([1, 6.9, -2.5].map((days) => sayValue(days, 'days'))).to.deep.equal(['1 day', '6 days', '−2 days']);
    expect(sayValue('pro', 'number')).to.equal('“pro”');
    expect(sayValue(true, 'number')).to.equal('yes');
    expect(sayValue(null, 'number')).to.equal('nothing');
    expect(sayValue('x'.repeat(500), 'number')).to.have.length.below(70);
  });

  it('makes names from ids', () => {
    expect(['seat-use', 'seatUse', 'at_risk', 'NPS', '-', 'größenWahn'].map(labelFrom)).to.deep.equal([
      'Seat use',
      'Seat use',
      'At risk',
      'Nps',
      '-',
      'Größen wahn',
    ]);
  });
});
