import { expect } from 'chai';
import { formatsOf } from './formats.ts';
import { moneyIn } from './money.ts';

describe('money', () => {
  const inEnglish = formatsOf('en', 'UTC');

  it('is written in whole units, and as a number where no currency is told', () => {
    expect(moneyIn('EUR', inEnglish)(48_000.4)).to.equal('€48,000');
    expect(moneyIn(null, inEnglish)(48_000)).to.equal('48,000');
  });

  it('is shortened where it has more characters than there is room for, and only there', () => {
    const short = moneyIn('IDR', inEnglish, 11);
    expect([48_000, 1_200_000, 15_000_000_000].map(short)).to.deep.equal([
      'IDR\u00a048,000',
      'IDR\u00a01.2M',
      'IDR\u00a015B',
    ]);
    expect(moneyIn('EUR', formatsOf('de', 'UTC'), 11)(250_000_000)).to.equal('250\u00a0Mio.\u00a0€');
    expect(moneyIn('IDR', inEnglish)(15_000_000_000)).to.equal('IDR\u00a015,000,000,000');
  });
});
