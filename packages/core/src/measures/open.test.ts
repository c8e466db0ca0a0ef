import { expect } from 'chai';
import { read } from '../fixtures/read.ts';
import { open } from './open.ts';

const overdue = { kind: 'open', event: 'invoice', longerThan: '30d', sum: 'amount' } as const;
const invoice = (at: string, amount: number | string | null, until: string | null = null) => ({
  name: 'invoice',
  at,
  until,
  properties: { amount },
});

describe('what is open', () => {
  const events = [
    { ...invoice('2026-09-01T00:00:00.000Z', 10), count: 3 },
    { ...invoice('2026-10-01T00:00:00.000Z', 5), count: 0.5 },
    invoice('2026-10-01T00:00:00.000Z', 1000, '2026-09-01T00:00:00.000Z'),
  ];

  it('is as many as the counts of its rows, and not what ends before it begins', () => {
    const m = { kind: 'open', event: 'invoice' } as const;
    expect(read({ m }, { events }).m).to.deep.include({ value: 3.5, parts: { count: 3.5, days: 74.375 } });
  });

  it('comes to each amount as often as its count says', () => {
    expect(read({ m: overdue }, { events }).m).to.deep.include({ value: 32.5 });
  });
});

describe('the sum of what is open', () => {
  it('is the amount of the invoices that have been open long enough', () => {
    const events = [
      invoice('2026-09-01T00:00:00.000Z', 1200),
      invoice('2026-10-15T09:00:00.000Z', 300.5),
      invoice('2026-10-15T09:00:00.001Z', 77),
      invoice('2026-09-01T00:00:00.000Z', 5000, '2026-10-01T00:00:00.000Z'),
    ];
    expect(read({ m: overdue }, { events }).m).to.deep.include({ value: 1500.5, parts: { count: 2, days: 74.375 } });
  });

  it('passes over those without an amount, and is missing where none has one', () => {
    const [known, unknown] = [invoice('2026-09-01T00:00:00.000Z', 10), invoice('2026-09-02T00:00:00.000Z', 'ten')];
    expect(read({ m: overdue }, { events: [known, unknown] }).m).to.deep.include({ value: 10 });
    expect(read({ m: overdue }, { events: [unknown] }).m?.value).to.equal(null);
    expect(read({ m: overdue }, { events: [] }).m?.value).to.equal(0);
    expect(read({ m: overdue }, {}).m?.value).to.equal(null);
  });

  it('says of how many', () => {
    expect(open.detail?.({ count: 2, days: 74.4 }, String, overdue)).to.equal('2 open up to 74 days');
  });
});
