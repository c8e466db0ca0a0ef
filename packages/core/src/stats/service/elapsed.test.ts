import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../../fixtures/refuses.ts';
import { firstResponseTime } from './first-response-time.ts';
import { resolutionTime } from './resolution-time.ts';
import { timeToValue } from './time-to-value.ts';

const hour = 3_600_000;
const day = 24 * hour;

describe('times taken', () => {
  it('are in hours for tickets and in days for value, by hand: 1 to 10 and one of 1,000', () => {
    const lengths = [3, 1, 2, 10, 9, 8, 7, 4, 6, 5, 1000];
    const expected = { median: 6, p90: 10, n: 11, pending: 0, missing: 0 };
    expect(resolutionTime(lengths.map((length) => ({ opened: 5, resolved: 5 + length * hour })))).to.deep.equal(
      expected,
    );
    expect(firstResponseTime(lengths.map((length) => ({ opened: 5, responded: 5 + length * hour })))).to.deep.equal(
      expected,
    );
    expect(timeToValue(lengths.map((length) => ({ began: 5, reached: 5 + length * day })))).to.deep.equal(expected);
  });

  it('leave out what has not ended, and say how much that is', () => {
    const tickets = [
      { opened: 0, resolved: 2 * hour },
      { opened: 0, resolved: null },
      { opened: null, resolved: hour },
      { opened: null, resolved: null },
    ];
    expect(resolutionTime(tickets)).to.deep.equal({ median: 2, p90: 2, n: 1, pending: 1, missing: 2 });
  });

  it('say nothing where nothing has ended', () => {
    expect(resolutionTime([])).to.deep.equal({ median: null, p90: null, n: 0, pending: 0, missing: 0 });
    expect(timeToValue([{ began: 0, reached: null }])).to.deep.equal({
      median: null,
      p90: null,
      n: 0,
      pending: 1,
      missing: 0,
    });
  });

  it('may be 0', () => {
    expect(firstResponseTime([{ opened: 7, responded: 7 }]).median).to.equal(0);
  });

  it('refuse an end before the beginning, and what is no instant', () => {
    expect(refusals(() => resolutionTime([{ opened: 10, resolved: 9 }]))).to.deep.equal([
      'tickets[0].resolved must be at or after opened (10); given 9.',
    ]);
    expect(refusals(() => firstResponseTime([{ opened: Number.NaN, responded: 9 }]))).to.deep.equal([
      'tickets[0].opened must be an instant in milliseconds since 1970; given NaN.',
    ]);
    expect(refusals(() => timeToValue([{ began: 0, reached: Infinity }]))[0]).to.contain('accounts[0].reached must be');
    // What only JavaScript without types would pass.
    expect(refusals(() => timeToValue([null] as never))[0]).to.equal(
      'accounts[0] must be { began, reached }; given null.',
    );
    expect(refusals(() => timeToValue([{}] as never))[0]).to.contain('accounts[0].began must be');
  });

  it('count each once, keep the median at or below the 90th percentile, and do not see a shift or the order', () => {
    const ticket = fc
      .record({ opened: fc.option(fc.nat({ max: 1e9 })), lasts: fc.option(fc.nat({ max: 1e9 })) })
      .map(({ opened, lasts }) => ({ opened, resolved: lasts === null ? null : (opened ?? 0) + lasts }));
    fc.assert(
      fc.property(fc.array(ticket), (tickets) => {
        const summary = resolutionTime(tickets);
        expect(summary.n + summary.pending + summary.missing).to.equal(tickets.length);
        if (summary.median !== null) expect(summary.p90).to.be.at.least(summary.median);
        const later = tickets.map(({ opened, resolved }) => ({
          opened: opened === null ? null : opened + day,
          resolved: resolved === null ? null : resolved + day,
        }));
        expect(resolutionTime(later.toReversed())).to.deep.equal(summary);
      }),
    );
  });
});
