import { expect } from 'chai';
import { refusedMeasures } from '../fixtures/measuring.ts';
import { read } from '../fixtures/read.ts';

describe('a scale', () => {
  const scale = { green: 100, yellow: 50, red: 0 };
  const pulse = (value: unknown) => read({ m: { kind: 'fact', name: 'pulse', scale } }, { facts: { pulse: value } }).m;

  it('gives a colour its number, with the date of the fact', () => {
    const at = '2026-11-01T00:00:00.000Z';
    expect(pulse({ value: 'yellow', at })).to.deep.equal({ value: 50, at: Date.parse(at) });
    expect(pulse('red')).to.deep.equal({ value: 0, at: null });
  });

  it('leaves numbers, true and false as they are, and other text missing', () => {
    expect(pulse(7)?.value).to.equal(7);
    expect(pulse(true)?.value).to.equal(1);
    for (const text of ['Green', 'green ', 'blue', '', 'constructor', '__proto__', '100']) {
      expect(pulse(text), text).to.deep.equal({ value: null, at: null });
    }
  });

  it('is refused without a text, and with what is no number', () => {
    expect(refusedMeasures({ m: { kind: 'fact', name: 'pulse', scale: {} } })).to.deep.equal([
      'measures.m.scale must give a number for at least one text, such as { "green": 100 }: add one, or remove scale.',
    ]);
    expect(refusedMeasures({ m: { kind: 'fact', name: 'pulse', scale: { green: Infinity } } })).to.deep.equal([
      'measures.m.scale.green must be a finite number, not Infinity.',
    ]);
  });
});
