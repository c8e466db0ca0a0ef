import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../../fixtures/refuses.ts';
import { customerChurnRate, type Subscription } from './customer-churn-rate.ts';
import { logoRetention } from './logo-retention.ts';

const period = { from: 100, to: 200 };
const staying: Subscription[] = [{ start: 0, end: null }];
const leaving: Subscription[] = [{ start: 0, end: 150, cause: 'voluntary' }];

const subscription: fc.Arbitrary<Subscription> = fc
  .record({
    start: fc.integer({ min: 0, max: 250 }),
    lasts: fc.option(fc.nat({ max: 200 })),
    cause: fc.constantFrom('voluntary', 'involuntary', null),
  })
  .map(({ start, lasts, cause }) => ({ start, end: lasts === null ? null : start + lasts, cause }));
const customers = fc.array(fc.array(subscription, { maxLength: 3 }), { maxLength: 20 });

describe('customerChurnRate', () => {
  it("agrees with Skok's model (SaaS Metrics 2.0, January): 24 of 792 are 3.0 %", () => {
    const january = [
      ...Array.from({ length: 768 }, () => staying),
      ...Array.from({ length: 24 }, () => leaving),
      ...Array.from({ length: 40 }, (): Subscription[] => [{ start: 120, end: null }]),
    ];
    const { rate, lost, n } = customerChurnRate(january, period);
    expect({ lost, n }).to.deep.equal({ lost: 24, n: 792 });
    expect(rate).to.be.closeTo(0.03, 0.0005);
  });

  it('loses a customer only when every subscription has ended', () => {
    const oneOfTwo: Subscription[] = [
      { start: 0, end: 150 },
      { start: 0, end: null },
    ];
    const cameBack: Subscription[] = [
      { start: 0, end: 150 },
      { start: 180, end: null },
    ];
    expect(customerChurnRate([oneOfTwo, cameBack, leaving], period)).to.include({ lost: 1, n: 3 });
  });

  it('counts neither who came in the period nor who had gone before', () => {
    const cameAndLeft: Subscription[] = [{ start: 110, end: 150 }];
    const goneBefore: Subscription[] = [{ start: 0, end: 50 }];
    expect(customerChurnRate([cameAndLeft, goneBefore, []], period)).to.deep.equal({
      rate: null,
      lost: 0,
      voluntary: 0,
      involuntary: 0,
      unexplained: 0,
      n: 0,
    });
    expect(customerChurnRate([], period).rate).to.equal(null);
  });

  it('gives each instant to one period: what ends at the start of one was lost in it, at its end in the next', () => {
    const at = (end: number) => customerChurnRate([[{ start: 0, end }]], period);
    expect(at(99)).to.include({ lost: 0, n: 0 });
    expect(at(100)).to.include({ lost: 1, n: 1 });
    expect(at(199)).to.include({ lost: 1, n: 1 });
    expect(at(200)).to.include({ lost: 0, n: 1 });
    expect(customerChurnRate([[{ start: 100, end: null }]], period).n).to.equal(0);
  });

  it('tells why by the subscription that ended last', () => {
    const first = { start: 0, end: 120 };
    const last = { start: 0, end: 150 };
    const gone: Subscription[][] = [
      [
        { ...first, cause: 'involuntary' },
        { ...last, cause: 'voluntary' },
      ],
      [
        { ...first, cause: 'voluntary' },
        { ...last, cause: 'involuntary' },
      ],
      [
        { ...last, cause: 'involuntary' },
        { ...last, cause: 'voluntary' },
      ],
      [{ ...last, cause: 'involuntary' }, last],
      [
        { ...last, cause: 'involuntary' },
        { start: 200, end: 400, cause: 'voluntary' },
      ],
    ];
    expect(customerChurnRate(gone, period)).to.deep.equal({
      rate: 1,
      lost: 5,
      voluntary: 2,
      involuntary: 2,
      unexplained: 1,
      n: 5,
    });
  });

  it('refuses a period without length and a subscription that cannot be', () => {
    expect(refusals(() => customerChurnRate([], { from: 2, to: 1 }))).to.deep.equal([
      'period.to must be after period.from (2); given 1.',
    ]);
    expect(refusals(() => customerChurnRate([staying, [{ start: 9, end: 8 }]], period))).to.deep.equal([
      'customers[1][0].end must be at or after start (9); given 8.',
    ]);
    expect(refusals(() => customerChurnRate([[{ start: Number.NaN, end: 8 }]], period))[0]).to.contain(
      'customers[0][0].start must be an instant',
    );
    // What only JavaScript without types would pass.
    expect(refusals(() => customerChurnRate([[{ start: 0, end: 8, cause: 'bored' }]] as never, period))).to.deep.equal([
      'customers[0][0].cause must be "voluntary", "involuntary" or null; given "bored".',
    ]);
    expect(refusals(() => customerChurnRate(staying as never, period))[0]).to.equal(
      'customers[0] must be a list of { start, end }; given an object.',
    );
  });

  it('and logo retention: parts add up, both make 1, and order changes nothing', () => {
    fc.assert(
      fc.property(customers, (given) => {
        const churn = customerChurnRate(given, period);
        const { rate, kept, n } = logoRetention(given, period);
        expect(churn.voluntary + churn.involuntary + churn.unexplained).to.equal(churn.lost);
        expect({ n, kept }).to.deep.equal({ n: churn.n, kept: n - churn.lost });
        expect(
          customerChurnRate(
            given.toReversed().map((one) => one.toReversed()),
            period,
          ),
        ).to.deep.equal(churn);
        if (rate === null) expect(churn.rate).to.equal(null);
        else expect(rate + (churn.rate ?? Number.NaN)).to.be.closeTo(1, 1e-12);
      }),
    );
  });

  it('follows on: who is kept or won in one period is there at the start of the next', () => {
    fc.assert(
      fc.property(customers, (given) => {
        const { n, lost } = customerChurnRate(given, period);
        const won = given.filter((one) => {
          const before = customerChurnRate([one], period).n;
          const after = customerChurnRate([one], { from: 200, to: 300 }).n;
          return before === 0 && after === 1;
        });
        expect(customerChurnRate(given, { from: 200, to: 300 }).n).to.equal(n - lost + won.length);
      }),
    );
  });
});
