import { expect } from 'chai';
import fc from 'fast-check';
import type { GivenReport } from '../../ui/score-reading.ts';
import { ledger, losses } from './reasons.ts';

const metric = (label: string, points: number, of: number) => ({ label, points, effectiveWeight: of / 100 });

describe('the reasons of a gauge', () => {
  it('are the largest losses first, and the rest in one row', () => {
    const contributions = [metric('Seats', 11.3, 14), metric('Ticket', 4.5, 10), metric('Rest', 46.2, 76)];
    expect(ledger({ contributions }, 2, 'Everything else').map(({ label, points }) => [label, points])).to.deep.equal([
      ['Rest', -29.8],
      ['Ticket', -5.5],
      ['Everything else', -2.7],
    ]);
  });

  it('leave out what cost nothing, and what cannot be read', () => {
    const contributions = [metric('Full', 10, 10), { label: 'Odd', points: Number.NaN, effectiveWeight: 1 }, null];
    expect(ledger({ contributions } as GivenReport, 3, 'Rest')).to.deep.equal([]);
  });

  it('do not count what a group begins with as gained, and still sum to what the score lacks', () => {
    const start = { label: 'Tasks', role: 'start' as const, points: 8, effectiveWeight: 0 };
    const contributions = [{ ...metric('Seats', 10, 60), most: 28 }, start];
    expect(losses({ contributions }).map(({ points }) => points)).to.deep.equal([-18, 0]);
    const shown = ledger({ score: 18, contributions }, 3, 'Rest').map(({ label, points }) => [label, points]);
    expect(shown).to.deep.equal([
      ['Seats', -18],
      ['Rest', -64],
    ]);
  });

  it('are none without contributions', () => {
    expect(losses({})).to.deep.equal([]);
  });

  it('add up as shown to the score less 100, to a tenth', () => {
    const part = fc.record({ of: fc.integer({ min: 1, max: 50 }), share: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 6 }), (parts, most) => {
        const whole = parts.reduce((sum, { of }) => sum + of, 0);
        const contributions = parts.map(({ of, share }, i) =>
          metric(`m${i}`, (of / whole) * 100 * share, (of / whole) * 100),
        );
        const score = contributions.reduce((sum, { points }) => sum + points, 0);
        const shown = ledger({ contributions }, most, 'Rest').reduce((sum, { points }) => sum + points, 0);
        expect(shown).to.be.closeTo(score - 100, 0.051);
      }),
    );
  });
});
