import { expect } from 'chai';
import fc from 'fast-check';
import { model as anyModel } from '../fixtures/arbitraries.ts';
import { refusals } from '../fixtures/refuses.ts';
import { buildReport, HealthError, parseAccount, parseModel } from '../index.ts';
import { migrateModel } from './migrate-model.ts';

/** The sketch that the language began with, completed where it left off. */
const draft = {
  id: 'b2b-saas',
  version: 4,
  measures: {
    activeUsers30: { kind: 'distinct', of: 'user', within: '30d' },
    seatUse: { kind: 'ratio', of: 'activeUsers30', over: 'seats' },
    seats: { kind: 'fact', name: 'seats' },
    dauChange: { kind: 'change', of: 'activeUsers30', over: '30d' },
    openUrgent: { kind: 'open', event: 'ticket', where: { priority: 'urgent' }, longerThan: '3d' },
    tenureDays: { kind: 'since' },
  },
  dimensions: [
    {
      id: 'adoption',
      weight: 35,
      method: 'weighted',
      metrics: [
        { kind: 'range', id: 'seat-use', measure: 'seatUse', worst: 0, best: 0.85, weight: 2, missing: 'exclude' },
      ],
    },
    {
      id: 'service',
      weight: 20,
      method: 'worst',
      metrics: [{ kind: 'range', id: 'urgent', measure: 'openUrgent', worst: 3, best: 0 }],
    },
    {
      id: 'onboarding',
      weight: 10,
      method: 'points',
      start: 50,
      metrics: [
        { kind: 'action', id: 'sso', event: 'sso.enabled', points: 20, deadline: '14d after signup', missed: -15 },
        { kind: 'action', id: 'import', event: 'imported', points: 20, deadline: '30d after kick-off', missed: -5 },
      ],
    },
  ],
  tiers: [
    { id: 'at-risk', from: 0 },
    { id: 'watch', from: 40 },
    { id: 'healthy', from: 70, playbook: 'expand' },
  ],
  segments: [{ id: 'enterprise', when: { fact: 'employees', gte: 1000 }, weights: { service: 30 } }],
  stages: [
    {
      id: 'onboarding',
      when: { measure: 'tenureDays', lt: 90 },
      dimensions: [
        {
          id: 'setup',
          weight: 1,
          metrics: [{ kind: 'action', id: 'first-login', event: 'login', points: 50, deadline: '2d after signup' }],
        },
      ],
    },
  ],
  signals: [
    {
      id: 'dau-drop',
      effect: 'risk',
      severity: 'high',
      when: { measure: 'dauChange', lt: -0.2 },
      playbook: 're-engage',
    },
  ],
  playbooks: [
    { id: 're-engage', steps: ['Review the account', 'Agree a plan'] },
    { id: 'expand', steps: ['Offer seats before they run out'] },
  ],
  review: { weights: 'monthly', accuracy: 'quarterly', metrics: 'semiannually', model: 'annually' },
};

describe('migrateModel', () => {
  it('brings the first drafts to a model that can be scored with, and says what it changed', () => {
    const before = structuredClone(draft);
    const { model, notes } = migrateModel(draft);
    expect(draft).to.deep.equal(before);
    expect(notes).to.deep.equal([
      'version is text in three parts: 4 is now "4.0.0".',
      'dimensions[2].metrics[0].deadline is a length of time, with its beginning in after: 14d after the account began.',
      'dimensions[2].metrics[1].deadline is a length of time, with its beginning in after: 30d after the first event "kick-off".',
      'stages[0].dimensions[0].metrics[0].deadline is a length of time, with its beginning in after: 2d after the account began.',
      'measures.activeUsers30 names the event it reads: "use", where it named none.',
    ]);
    const parsed = parseModel(model);
    expect(parsed).to.include({ version: '4.0.0', format: 1 });
    expect(parsed.dimensions[2]?.metrics[0]).to.include({ deadline: '14d', after: 'start' });
    const account = parseAccount({
      id: 'acme',
      since: '2026-01-01T00:00:00.000Z',
      facts: { seats: 2 },
      events: [
        { name: 'use', at: '2026-11-10T00:00:00.000Z', user: 'ann' },
        { name: 'sso.enabled', at: '2026-01-05T00:00:00.000Z' },
      ],
    });
    expect(buildReport(parsed, account, { now: '2026-11-14T09:00:00.000Z' }).score).to.be.within(0, 100);
  });

  it('leaves a document of today alone, and what it has migrated too', () => {
    fc.assert(
      fc.property(anyModel, (document) => {
        expect(migrateModel(document)).to.deep.equal({ model: document, notes: [] });
      }),
      { numRuns: 50 },
    );
    const { model } = migrateModel(draft);
    expect(migrateModel(model)).to.deep.equal({ model, notes: [] });
  });

  it('reads a number as the version it was meant to be', () => {
    const version = (given: number) => migrateModel({ version: given }).model;
    expect([4, 4.1, 0].map(version)).to.deep.equal([
      { version: '4.0.0', format: 1 },
      { version: '4.1.0', format: 1 },
      { version: '0.0.0', format: 1 },
    ]);
    expect(version(-1)).to.deep.equal({ version: -1, format: 1 });
  });

  it('refuses a format newer than it knows, by name', () => {
    expect(refusals(() => migrateModel({ format: 2 }))).to.deep.equal([
      'format must be at most 1, not 2: this document was written for a newer version of Hale; update to read it.',
    ]);
    expect(refusals(() => migrateModel({ format: '1' }))).to.deep.equal([
      'format must be a whole number from 0 to 1, not "1".',
    ]);
    expect(refusals(() => migrateModel([]))).to.deep.equal(['the model must be an object, not a list of 0.']);
  });

  it('gives any JSON back or refuses it, and never alters a prototype', () => {
    const hostile = JSON.parse('{"version":4,"__proto__":{"a":1},"measures":{"__proto__":{"kind":"count"}}}');
    const { model } = migrateModel(hostile);
    expect(Object.getPrototypeOf(model)).to.equal(Object.prototype);
    expect(JSON.stringify(model)).to.equal(
      '{"version":"4.0.0","__proto__":{"a":1},"measures":{"__proto__":{"kind":"count","event":"use"}},"format":1}',
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (inner, value) => {
        for (const document of [value, { version: 1, dimensions: inner, stages: [inner], measures: value }]) {
          try {
            migrateModel(document);
          } catch (error) {
            expect(error).to.be.instanceOf(HealthError);
          }
        }
      }),
    );
  });
});
