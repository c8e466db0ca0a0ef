import { expect } from 'chai';
import { read } from '../fixtures/read.ts';

const now = Date.parse('2026-11-14T09:00:00.000Z');

describe('ever', () => {
  const used = (at: string, more = {}) => ({ name: 'use', at, properties: { feature: 'exports', ...more } });
  const ever = { m: { kind: 'ever', event: 'use', where: { feature: 'exports' } } } as const;
  const lately = { m: { ...ever.m, within: '30d' } } as const;

  it('is 1 for a feature used at any time before now, 0 for one never used', () => {
    expect(read(ever, { events: [used('2019-01-01T00:00:00.000Z')] }).m).to.deep.equal({ value: 1, at: now });
    expect(read(ever, { events: [used('2026-11-13T00:00:00.000Z', { feature: 'returns' })] }).m?.value).to.equal(0);
    expect(read(ever, { events: [] }).m?.value).to.equal(0);
  });

  it('within a window, is of that window, to the instant', () => {
    expect(read(lately, { events: [used('2026-10-15T09:00:00.000Z')] }).m?.value).to.equal(1);
    expect(read(lately, { events: [used('2026-10-15T08:59:59.999Z')] }).m?.value).to.equal(0);
  });

  it('does not see what is to come', () => {
    for (const at of ['2026-11-14T09:00:00.000Z', '2027-01-01T00:00:00.000Z']) {
      expect(read(ever, { events: [used(at)] }).m?.value).to.equal(0);
    }
  });

  it('is missing, not never, where nobody records it', () => {
    expect(read(ever, {}).m).to.deep.equal({ value: null, at: null });
    expect(read(lately, { tracked: ['ticket'] }).m?.value).to.equal(null);
  });
});
