import { expect } from 'chai';
import { parseModel } from '../model/define-model.ts';
import type { ModelDocument } from '../model/model.ts';
import { suggestPlaybooks } from './suggest-playbooks.ts';

const document: ModelDocument = {
  id: 'm',
  version: '1',
  measures: {
    seatUse: { kind: 'fact', name: 'seatUse', unit: 'percent', label: 'Seats in use' },
    quiet: { kind: 'since', event: 'use' },
  },
  dimensions: [{ id: 'd', weight: 1, metrics: [{ kind: 'range', id: 'x', measure: 'seatUse', worst: 0, best: 1 }] }],
  tiers: [
    { id: 'low', from: 0, playbook: 'rescue' },
    { id: 'high', from: 70 },
  ],
  signals: [
    { id: 'drop', effect: 'risk', severity: 'high', when: { measure: 'seatUse', lt: 0.5 }, playbook: 're-engage' },
    { id: 'quiet', effect: 'risk', severity: 'low', when: { measure: 'quiet', gte: 14 }, playbook: 're-engage' },
    { id: 'calm', effect: 'growth', severity: 'low', when: { measure: 'quiet', lt: 14 } },
  ],
  playbooks: [
    { id: 'rescue', label: 'Rescue the account', steps: ['Call'] },
    { id: 're-engage', steps: ['Review', 'Agree a plan'], follow: ['seatUse', 'quiet'] },
  ],
};
const model = parseModel(document);
const fired = (...ids: string[]) =>
  (model.signals ?? []).filter(({ id }) => ids.includes(id)).map((signal) => ({ signal, findings: [], since: null }));
const [low, high] = model.tiers;
const observations = new Map([['seatUse', { value: 0.4, at: null }]]);

describe('suggestPlaybooks', () => {
  it('suggests each playbook once, with all the signals that ask for it, and its steps', () => {
    const [first, ...more] = suggestPlaybooks(model, fired('drop', 'quiet', 'calm'), null, { observations });
    expect(more).to.deep.equal([]);
    expect(first).to.deep.include({ id: 're-engage', label: 'Re engage', because: ['drop', 'quiet'] });
    expect(first?.steps).to.deep.equal(['Review', 'Agree a plan']);
  });

  it('suggests the playbook of the tier, after those of signals, and none for a tier without one', () => {
    const ids = (tier: typeof low) =>
      suggestPlaybooks(model, fired('drop'), tier ?? null, { observations }).map(({ id, because }) => [id, because]);
    expect(ids(low)).to.deep.equal([
      ['re-engage', ['drop']],
      ['rescue', ['low']],
    ]);
    expect(ids(high)).to.deep.equal([['re-engage', ['drop']]]);
  });

  it('adds the tier to what asks for a playbook that a signal asks for too', () => {
    const tier = { id: 'low', from: 0, playbook: 're-engage' };
    expect(suggestPlaybooks(model, fired('drop'), tier, { observations })[0]?.because).to.deep.equal(['drop', 'low']);
  });

  it('shows the measures to follow with their values, null where nothing is observed', () => {
    const [first, last] = suggestPlaybooks(model, fired('drop'), low ?? null, { observations });
    expect(first?.follow).to.deep.equal([
      { id: 'seatUse', label: 'Seats in use', unit: 'percent', value: 0.4 },
      { id: 'quiet', label: 'Quiet', unit: 'days', value: null },
    ]);
    expect(last).not.to.have.property('follow');
  });

  it('says in words what a number is only a code for', () => {
    const done = { kind: 'done', event: 'go-live', deadline: '60d', after: 'start', label: 'Went live' } as const;
    const playbooks = [{ id: 'rescue', steps: ['Call'], follow: ['done'] }];
    const one = parseModel({ ...document, measures: { ...document.measures, done }, playbooks, signals: [] });
    const missed = new Map([['done', { value: -1, at: null }]]);
    expect(suggestPlaybooks(one, [], low ?? null, { observations: missed })[0]?.follow).to.deep.equal([
      { id: 'done', label: 'Went live', unit: 'number', value: -1, said: 'missed' },
    ]);
  });

  it('names at most a hundred that ask for one, and has nothing for a model without playbooks', () => {
    const [signal] = fired('drop');
    const many = signal ? Array.from({ length: 120 }, () => signal) : [];
    expect(suggestPlaybooks(model, many, null, { observations })[0]?.because).to.have.length(100);
    const { playbooks: _, ...bare } = model;
    // Sound: it is a checked model less an optional part.
    expect(suggestPlaybooks(bare as typeof model, fired('drop'), null, { observations })).to.deep.equal([]);
  });
});
