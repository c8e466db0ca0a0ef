import type { Account } from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { expect } from 'chai';
import type { SourceState } from './health-source.ts';
import { modelSource } from './model.ts';

const now = '2026-11-14T09:00:00.000Z';

/** An account of 60 seats, `active` of whose users were there in the last days. */
function acme(active: number): Account {
  return {
    id: 'acme',
    name: 'Acme',
    since: '2024-01-01T00:00:00.000Z',
    facts: { seats: 60, nps: 40, csat: 0.9 },
    events: Array.from({ length: active }, (_, user) => ({
      name: 'use',
      at: '2026-11-12T10:00:00.000Z',
      user: `u${user}`,
      count: 4,
      properties: { feature: 'orders', team: 'dispatch', key: true },
    })),
  };
}

function listen(source: ReturnType<typeof modelSource>, id: string): SourceState[] {
  const states: SourceState[] = [];
  source.subscribe(id, (state) => states.push(state));
  return states;
}

const scoreOf = (state: SourceState | undefined) => (state && 'report' in state ? (state.report?.score ?? null) : null);

describe('modelSource', () => {
  it('scores an account in the page', () => {
    const states = listen(modelSource({ model: b2bSaas, accounts: [acme(40)], now }), 'acme');
    const last = states.at(-1);
    expect(last).to.have.nested.property('report.account.name', 'Acme');
    expect(last).to.have.nested.property('report.asOf', now);
    expect(scoreOf(last)).to.be.within(0, 100);
  });

  it('scores again at once when a fact changes', () => {
    const source = modelSource({ model: b2bSaas, accounts: [acme(10)], now });
    const states = listen(source, 'acme');
    const before = scoreOf(states.at(-1)) ?? Number.NaN;
    source.update(acme(55));
    expect(scoreOf(states.at(-1))).to.be.above(before);
  });

  it('is empty for an account it was not given, until it is', () => {
    const source = modelSource({ model: b2bSaas, accounts: [], now });
    const states = listen(source, 'acme');
    expect(states.at(-1)).to.deep.equal({ status: 'empty' });
    source.update(acme(3));
    expect(states.at(-1)?.status).to.equal('ready');
  });

  it('asks for the time at each scoring when given a function', () => {
    let day = 14;
    const source = modelSource({ model: b2bSaas, accounts: [acme(3)], now: () => `2026-11-${day}T09:00:00.000Z` });
    const states = listen(source, 'acme');
    day = 15;
    source.refresh('acme');
    expect(states.at(-1)).to.have.nested.property('report.asOf', '2026-11-15T09:00:00.000Z');
  });

  it('says what is wrong with a time that is none', () => {
    const states = listen(modelSource({ model: b2bSaas, accounts: [acme(3)], now: 'soon' }), 'acme');
    expect(states.at(-1)).to.have.nested.property('error.code', 'model');
  });
});
