import { expect } from 'chai';
import { refusals } from '../fixtures/refuses.ts';
import { firstCutOff } from './first-cut-off.ts';

const day = 86_400_000;
const firstUse = Date.UTC(2025, 0, 1);
const knownUntil = firstUse + 500 * day;
const at = (days: number) => new Date(firstUse + days * day).toISOString();
const days = (more: Partial<Parameters<typeof firstCutOff>[0]> = {}) =>
  (firstCutOff({ firstUse, outcomes: [], knownUntil, ...more }) - firstUse) / day;

describe('firstCutOff', () => {
  it('leaves features as many days as they look back over', () => {
    expect(days()).to.equal(84);
    expect(days({ outcomes: [{ account: 'a', kind: 'churned', at: at(3) }] })).to.equal(84);
  });

  it('begins no earlier than the farthest horizon before outcomes are written down', () => {
    const outcomes = [
      { account: 'a', kind: 'renewed', at: at(10) },
      { account: 'a', kind: 'churned', at: at(300) },
      { account: 'b', kind: 'churned', at: at(280) },
    ] as const;
    expect(days({ outcomes })).to.equal(190);
    expect(days({ outcomes, horizons: [7, 30] })).to.equal(250);
    expect(days({ outcomes, of: 'renewed' })).to.equal(84);
  });

  it('is never later than what is known', () => {
    expect(days({ knownUntil: firstUse + 50 * day })).to.equal(50);
    expect(refusals(() => days({ knownUntil: Number.NaN }))[0]).to.match(/^knownUntil must be an instant/);
  });
});
