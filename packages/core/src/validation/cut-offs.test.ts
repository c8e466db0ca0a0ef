import { expect } from 'chai';
import { refusals } from '../fixtures/refuses.ts';
import { toInstant } from '../schema/time.ts';
import { cutOffs } from './cut-offs.ts';

const from = Date.UTC(2026, 9, 20, 12);
const to = Date.UTC(2026, 11, 1);

describe('cutOffs', () => {
  it('are the beginnings of months, of which the end of the range may be one', () => {
    expect(cutOffs({ from, to, every: 'month' }).map(toInstant)).to.deep.equal([
      '2026-11-01T00:00:00.000Z',
      '2026-12-01T00:00:00.000Z',
    ]);
  });

  it('are Mondays, at midnight where the clocks are, before and after they change', () => {
    const weeks = cutOffs({ from, to: Date.UTC(2026, 10, 3), every: 'week', zone: 'Europe/Berlin' });
    expect(weeks.map(toInstant)).to.deep.equal(['2026-10-25T23:00:00.000Z', '2026-11-01T23:00:00.000Z']);
  });

  it('are none where the range ends before it begins, and refuses one without end', () => {
    expect(cutOffs({ from: to, to: from, every: 'week' })).to.deep.equal([]);
    expect(refusals(() => cutOffs({ from: 0, to: 8e15, every: 'week' }))[0]).to.match(/^to must be within a hundred/);
  });
});
