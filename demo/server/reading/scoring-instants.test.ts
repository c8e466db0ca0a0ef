import { expect } from 'chai';
import { hasLeft, reportInstant, weeklyInstants } from './scoring-instants.ts';

const week = 7 * 86_400_000;
const asOf = Date.parse('2026-06-01T09:00:00Z');

describe('weeklyInstants', () => {
  it('are whole weeks before the end, oldest first, without the end itself', () => {
    expect(weeklyInstants(asOf, asOf - 2.5 * week)).to.deep.equal([asOf - 2 * week, asOf - week]);
  });

  it('are a year of them at most, and none when the records begin at the end', () => {
    expect(weeklyInstants(asOf, 0)).to.have.length(52);
    expect(weeklyInstants(asOf, asOf)).to.deep.equal([]);
    expect(weeklyInstants(asOf, asOf + week)).to.deep.equal([]);
  });
});

describe('reportInstant', () => {
  it('is the end of the records for a customer, and for one whose end is yet to come', () => {
    expect(reportInstant(null, asOf)).to.equal(asOf);
    expect(reportInstant(asOf + 1, asOf)).to.equal(asOf);
    expect(hasLeft(asOf, asOf)).to.equal(false);
  });

  it('is the last weekly instant at which an account that has left was a customer', () => {
    expect(reportInstant(asOf - 1, asOf)).to.equal(asOf - week);
    expect(reportInstant(asOf - 2 * week, asOf)).to.equal(asOf - 2 * week);
    expect(reportInstant(asOf - 400 * week, asOf)).to.equal(asOf - 52 * week);
  });
});
