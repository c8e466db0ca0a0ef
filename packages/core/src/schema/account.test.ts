import { expect } from 'chai';
import { refusals } from '../fixtures/refuses.ts';
import { buildReport, parseAccount } from '../index.ts';
import { b2bSaas } from '../model/presets/b2b-saas.ts';

const said = (account: unknown) => refusals(() => parseAccount(account));
const at = '2026-11-10T00:00:00.000Z';

describe('parseAccount', () => {
  it('says what is wrong, where, what was expected and what was given', () => {
    expect(said({ id: '' })).to.deep.equal(['id must be of at least 1 character, not "".']);
    expect(said({ id: 'a', events: [{ name: 'use', at: '10/11/2026' }] })).to.deep.equal([
      'events[0].at must be an instant in UTC such as 2026-11-14T09:00:00.000Z, not "10/11/2026".',
    ]);
    expect(said({ id: 'a', events: [{ name: 'use', at, count: -1 }] })).to.deep.equal([
      'events[0].count must be more than 0, not -1.',
    ]);
    expect(said({ id: 'a', event: [] })).to.deep.equal([
      'the account has no key "event": remove it or mend its spelling.',
    ]);
    expect(said({ id: 'a', facts: { seats: Number.NaN } })[0]).to.match(/^facts\.seats must be/);
  });

  it('refuses two values of a fact at one instant, however it is written, and two undated ones', () => {
    const values = (...given: (string | undefined)[]) => ({
      id: 'a',
      facts: { seats: given.map((at, value) => (at === undefined ? { value } : { value, at })) },
    });
    expect(said(values('2026-11-10T00:00:00Z', '2026-11-09T00:00:00Z', at))).to.deep.equal([
      'facts.seats[2] must differ from [0] in at: a fact has one value at an instant, and at most one undated.',
    ]);
    expect(said(values(undefined, at, undefined))).to.deep.equal([
      'facts.seats[2] must differ from [0] in at: a fact has one value at an instant, and at most one undated.',
    ]);
    parseAccount(values(undefined, at, '2026-11-10T00:00:00.001Z'));
  });

  it('refuses two scores that one version of a model gave for one instant', () => {
    const history = (...versions: string[]) => ({
      id: 'a',
      history: versions.map((version, score) => ({ at, score, coverage: 1, tier: null, version })),
    });
    expect(said(history('1', '2', '1.0'))).to.deep.equal([
      'history[2] must differ from [0] in at: a version of the model gives one score at an instant.',
    ]);
    parseAccount(history('1', '2'));
  });

  it('refuses what a person set for no time at all, and takes what has no end', () => {
    const set = { score: 20, reason: 'Asked', author: 'Ada', at };
    const overrides = (...expires: string[]) => ({
      id: 'a',
      overrides: expires.map((end) => ({ ...set, expires: end })),
    });
    expect(said(overrides('2026-11-09T00:00:00Z', '2026-11-10T00:00:00Z', '2026-11-10T00:00:00.001Z'))).to.deep.equal([
      'overrides[0].expires must be later than at: an override that has expired before it begins is never in force.',
      'overrides[1].expires must be later than at: an override that has expired before it begins is never in force.',
    ]);
    expect(said(overrides('never'))).to.have.length(1);
    parseAccount({ id: 'a', overrides: [set] });
  });

  it('takes JSON with the names every object has, and reads nothing into them', () => {
    const hostile = JSON.parse(
      `{"id":"__proto__","facts":{"__proto__":{"value":1},"constructor":5,"seats":10},
        "events":[{"name":"constructor","at":"${at}","properties":{"__proto__":"x","feature":"toString"}}]}`,
    );
    const report = buildReport(b2bSaas, parseAccount(hostile), { now: '2026-11-14T09:00:00.000Z' });
    expect(report.account.id).to.equal('__proto__');
    expect(({} as Record<string, unknown>).value).to.equal(undefined);
  });

  it('reports at most fifty issues, however many there are', () => {
    const events = Array.from({ length: 10_000 }, () => ({ name: 'use', at: 'never' }));
    expect(said({ id: 'a', events })).to.have.length(50);
  });
});
