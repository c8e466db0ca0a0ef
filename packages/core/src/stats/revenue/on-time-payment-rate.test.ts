import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../../fixtures/refuses.ts';
import { type Invoice, onTimePaymentRate } from './on-time-payment-rate.ts';

const now = 1000;

describe('onTimePaymentRate', () => {
  it('is the invoices paid in time among those that fell due, by hand: 2 of 4', () => {
    const invoices: Invoice[] = [
      { due: 500, paid: 400 },
      { due: 500, paid: 500 },
      { due: 500, paid: 501 },
      { due: 500, paid: null },
      { due: 2000, paid: 900 },
      { due: 2000, paid: null },
      { due: null, paid: 900 },
    ];
    expect(onTimePaymentRate(invoices, now)).to.deep.equal({ rate: 0.5, onTime: 2, n: 4, missing: 1 });
  });

  it('does not call an invoice late at the instant it is due', () => {
    expect(onTimePaymentRate([{ due: now, paid: null }], now).n).to.equal(0);
    expect(onTimePaymentRate([{ due: now, paid: null }], now + 1).rate).to.equal(0);
  });

  it('says nothing where none fell due, or nobody knows when', () => {
    expect(onTimePaymentRate([], now)).to.deep.equal({ rate: null, onTime: 0, n: 0, missing: 0 });
    expect(onTimePaymentRate([{ due: null, paid: null }], now)).to.deep.equal({
      rate: null,
      onTime: 0,
      n: 0,
      missing: 1,
    });
  });

  it('refuses what is no instant', () => {
    expect(refusals(() => onTimePaymentRate([], Number.NaN))).to.deep.equal([
      'now must be an instant in milliseconds since 1970; given NaN.',
    ]);
    expect(refusals(() => onTimePaymentRate([{ due: Infinity, paid: null }], now))[0]).to.contain(
      'invoices[0].due must',
    );
    expect(refusals(() => onTimePaymentRate([{ due: 1, paid: Number.NaN }], now))[0]).to.contain(
      'invoices[0].paid must',
    );
    // What only JavaScript without types would pass.
    expect(refusals(() => onTimePaymentRate([null] as never, now))[0]).to.equal(
      'invoices[0] must be { due, paid }; given null.',
    );
  });

  it('lies within 0…1, and order changes nothing', () => {
    const instant = fc.option(fc.integer({ min: 0, max: 2000 }));
    fc.assert(
      fc.property(fc.array(fc.record({ due: instant, paid: instant })), (invoices) => {
        const payment = onTimePaymentRate(invoices, now);
        expect(payment.onTime).to.be.within(0, payment.n);
        expect(onTimePaymentRate(invoices.toReversed(), now)).to.deep.equal(payment);
      }),
    );
  });
});
