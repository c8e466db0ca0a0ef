import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../../fixtures/refuses.ts';
import { expansionRate } from './expansion-rate.ts';
import { grossRevenueRetention } from './gross-revenue-retention.ts';
import { netRevenueRetention } from './net-revenue-retention.ts';
import { revenueChurnRate } from './revenue-churn-rate.ts';
import { type AccountRevenue, revenueMovement } from './revenue-movement.ts';

const exclude = { reactivation: 'exclude' } as const;
const include = { reactivation: 'include' } as const;

/** By hand: of 400 at the start, 50 expand, 30 contract, 100 churn; 20 come back, 60 are new. */
const accounts: AccountRevenue[] = [
  { start: 100, end: 150 },
  { start: 100, end: 70 },
  { start: 100, end: 0 },
  { start: 100, end: 100 },
  { start: 0, end: 20, returned: true },
  { start: 0, end: 60 },
  { start: null, end: 500 },
  { start: 500, end: null },
];

const revenue = fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 1e6, noNaN: true }), fc.nat({ max: 500 }));
const anyAccounts = fc.array(
  fc.record({ start: fc.option(revenue), end: fc.option(revenue), returned: fc.boolean() }),
  { maxLength: 30 },
);
const all = [
  grossRevenueRetention,
  revenueChurnRate,
  expansionRate,
  (given: AccountRevenue[]) => netRevenueRetention(given, include),
];

describe('revenueMovement', () => {
  it('splits the change by account', () => {
    expect(revenueMovement(accounts)).to.deep.equal({
      start: 400,
      retained: 270,
      expansion: 50,
      contraction: 30,
      churn: 100,
      reactivation: 20,
      newBusiness: 60,
      end: 400,
      n: 4,
      missing: 2,
    });
  });

  it('refuses negative revenue, and what is not finite', () => {
    const expected =
      'must be recurring revenue of 0 or more, or null where it is unknown (a credit is not recurring: leave it out)';
    for (const wrong of [-1, Number.NaN, Infinity]) {
      expect(
        refusals(() =>
          revenueMovement([
            { start: 1, end: 1 },
            { start: 1, end: wrong },
          ]),
        ),
      ).to.deep.equal([`accounts[1].end ${expected}; given ${wrong}.`]);
      for (const rate of all) {
        expect(refusals(() => rate([{ start: wrong, end: 1 }]))).to.deep.equal([
          `accounts[0].start ${expected}; given ${wrong}.`,
        ]);
      }
    }
    // What only JavaScript without types would pass.
    expect(refusals(() => revenueMovement([5] as never))[0]).to.equal('accounts[0] must be { start, end }; given 5.');
  });

  it('adds up: start and movements make the end', () => {
    fc.assert(
      fc.property(anyAccounts, (given) => {
        const { start, retained, expansion, contraction, churn, reactivation, newBusiness, end } =
          revenueMovement(given);
        expect(start + expansion - contraction - churn + reactivation + newBusiness).to.be.closeTo(end, 1e-6);
        expect(start - contraction - churn).to.be.closeTo(retained, 1e-6);
      }),
    );
  });
});

describe('revenue rates', () => {
  it('by hand', () => {
    const counts = { n: 4, missing: 2 };
    expect(grossRevenueRetention(accounts)).to.deep.equal({ rate: 270 / 400, ...counts });
    expect(netRevenueRetention(accounts, exclude)).to.deep.equal({ rate: 320 / 400, ...counts });
    expect(netRevenueRetention(accounts, include)).to.deep.equal({ rate: 340 / 400, ...counts });
    expect(revenueChurnRate(accounts)).to.deep.equal({ rate: 130 / 400, ...counts });
    expect(expansionRate(accounts)).to.deep.equal({ rate: 50 / 400, ...counts });
  });

  it("agree with Skok's model (SaaS Metrics 2.0, January): of 400.0, 8.4 churned and 2.0 expanded: 2.1 % and 0.5 %", () => {
    const january: AccountRevenue[] = [
      { start: 8.4, end: 0 },
      { start: 391.6, end: 393.6 },
      { start: 0, end: 22 },
    ];
    expect(revenueChurnRate(january).rate).to.be.closeTo(0.021, 1e-12);
    expect(expansionRate(january).rate).to.be.closeTo(0.005, 1e-12);
    expect(netRevenueRetention(january, exclude).rate).to.be.closeTo(1 - 0.016, 1e-12);
    expect(revenueMovement(january).end).to.be.closeTo(415.6, 1e-9);
  });

  it('say nothing where nobody paid at the start, or nothing is known', () => {
    const known: AccountRevenue[] = [{ start: 0, end: 10 }];
    const unknown: AccountRevenue[] = [
      { start: null, end: null },
      { start: null, end: 5 },
    ];
    for (const rate of all) {
      expect(rate([])).to.deep.equal({ rate: null, n: 0, missing: 0 });
      expect(rate(known)).to.deep.equal({ rate: null, n: 0, missing: 0 });
      expect(rate(unknown)).to.deep.equal({ rate: null, n: 0, missing: 2 });
    }
    const { MAX_VALUE } = Number;
    expect(grossRevenueRetention([MAX_VALUE, MAX_VALUE].map((start) => ({ start, end: start }))).rate).to.equal(null);
  });

  it('refuse to guess what becomes of reactivation', () => {
    // What only JavaScript without types would pass.
    expect(refusals(() => netRevenueRetention(accounts, undefined as never))).to.deep.equal([
      'reactivation must be "include" or "exclude"; given nothing.',
    ]);
  });

  it('keep their laws: 0 ≤ GRR ≤ 1, GRR ≤ NRR, GRR + churn = 1, NRR = GRR + expansion', () => {
    fc.assert(
      fc.property(anyAccounts, (given) => {
        const gross = grossRevenueRetention(given).rate;
        const net = netRevenueRetention(given, exclude).rate;
        const withReturned = netRevenueRetention(given, include).rate;
        const churn = revenueChurnRate(given).rate;
        const expansion = expansionRate(given).rate;
        for (const rate of all) expect(rate(given.toReversed())).to.deep.equal(rate(given));
        // A start of next to nothing may make the growth more than a double holds.
        if (gross === null || net === null || churn === null || expansion === null || withReturned === null) return;
        expect(gross).to.be.within(0, 1);
        expect(net).to.be.at.least(gross);
        expect(withReturned).to.be.at.least(net);
        expect(gross + churn).to.be.closeTo(1, 1e-9);
        expect(net).to.be.closeTo(gross + expansion, 1e-9 * Math.max(1, net));
      }),
    );
  });

  it('do not see the currency, nor who is new', () => {
    fc.assert(
      fc.property(anyAccounts, fc.constantFrom(0.25, 2, 1024), revenue, (given, unit, end) => {
        const times = (amount: number | null) => (amount === null ? null : amount * unit);
        const converted = given.map(({ start, end, returned }) => ({ start: times(start), end: times(end), returned }));
        for (const rate of all) {
          const before = rate(given).rate;
          const after = rate([...converted, { start: 0, end }]).rate;
          if (before === null || after === null) continue;
          expect(after).to.be.closeTo(before, 1e-9 * Math.max(1, before));
        }
      }),
    );
  });
});
