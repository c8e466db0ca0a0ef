import { expect } from 'chai';
import fc from 'fast-check';
import { example, exampleBefore } from '../../fixtures/example.ts';
import { formatsOf } from '../../ui/formats.ts';
import type { GivenReport } from '../../ui/score-reading.ts';
import { readChange } from './read-change.ts';
import { sayChange, sayMover } from './say-change.ts';
import { changeMessages } from './what-changed.messages.ts';

const speech = { words: changeMessages.english, formats: formatsOf('en', 'UTC') };
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const said = (after: GivenReport, before: GivenReport) => sayChange(readChange(after, before), speech);
const movers = (after: GivenReport, before: GivenReport) =>
  (readChange(after, before).moved?.causes ?? []).flatMap((one) =>
    one.movers.map((mover) => [one.cause, mover.label, sayMover(mover, speech), mover.points]),
  );

describe('a change read', () => {
  it('tells what the customer did from what is no longer observed', () => {
    expect(said(example, exampleBefore)).to.equal('Down 8.9: the customer −6.5, what we can see −2.4');
    expect(movers(example, exampleBefore)).to.deep.equal([
      ['data', 'Urgent ticket', '0 days to 6 days', -50],
      ['data', 'Seats in use', '56 of 60 to 41 of 60', -27],
      ['data', 'Business review', '90 days to 23 days', 12],
      ['coverage', 'NPS', '30 before, observed too long ago', -64],
      ['coverage', 'Confidence tags', 'carries 10% of the score, 2% before', 40],
    ]);
  });

  it('calls another model’s doing the model’s, and an estimate', () => {
    const earlier = { ...exampleBefore, model: { id: 'm', version: '4' } };
    const change = readChange(example, earlier);
    expect(change.isCertain).to.equal(false);
    expect(change.moved?.causes.map(({ cause }) => cause)).to.deep.equal(['data', 'coverage', 'model']);
    expect(readChange(example, exampleBefore).isCertain).to.equal(true);
  });

  it('counts another stage as a cause of its own', () => {
    const stage = { id: 'renewal', label: 'Renewal', because: [], unsure: [] };
    const contributions = example.contributions.map((one) => (one.id === 'tags' ? { ...one, points: 1 } : one));
    const earlier = { ...example, score: 58, contributions };
    expect(said({ ...example, stage }, earlier)).to.include('its segment or stage +4.0');
  });

  it('says of a score that came or went that it did', () => {
    const none = { ...example, score: null };
    expect(said(none, example)).to.equal('No score any more, 62 before');
    expect(said(example, none)).to.equal('62; there was no score before');
    expect(said(none, none)).to.equal('No score, as before');
    expect(said(example, example)).to.equal('Nothing changed');
    const other = { ...example, account: { id: 'other', name: 'Other' } };
    expect(said(example, other)).to.equal('These reports are of two accounts');
  });

  it('names what the contributions do not account for', () => {
    const earlier = { ...example, score: 70 };
    expect(movers(example, earlier)).to.deep.equal([['data', null, '', -80]]);
  });

  it('adds up to the change, whatever changed', () => {
    const points = fc.oneof(fc.double({ min: -40, max: 40, noNaN: true }), fc.constant(null));
    const status = fc.constantFrom('observed', 'missing', 'stale');
    const rows = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        points,
        status,
        effectiveWeight: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { selector: ({ id }) => id },
    );
    const report = fc.record({
      score: fc.double({ min: 0, max: 100, noNaN: true }),
      contributions: rows,
      model: fc.record({ id: fc.constant('m'), version: fc.constantFrom('1', '2') }),
    });
    fc.assert(
      fc.property(report, report, (before, after) => {
        // Without all that a report has, as a page may have kept it.
        const { moved } = readChange(after as GivenReport, before as GivenReport);
        const change = Math.round(after.score * 10) - Math.round(before.score * 10);
        expect(total(moved?.causes.map((one) => one.points) ?? [])).to.equal(change);
        for (const one of moved?.causes ?? [])
          expect(total(one.movers.map((mover) => mover.points))).to.equal(one.points);
      }),
    );
  });

  it('does not throw nor say NaN, whatever it is given', () => {
    const odd = fc.oneof(fc.double(), fc.string(), fc.constant(null), fc.array(fc.anything()), fc.object());
    const of = (...names: string[]) =>
      fc.record(Object.fromEntries(names.map((name) => [name, odd])), { requiredKeys: [] });
    const row = of(
      'id',
      'label',
      'role',
      'dimension',
      'points',
      'weight',
      'effectiveWeight',
      'parts',
      'said',
      'status',
    );
    const report = fc
      .tuple(of('account', 'model', 'override', 'stage', 'asOf', 'tiers'), fc.oneof(fc.array(fc.oneof(row, odd)), odd))
      .map(([head, contributions]) => ({ ...head, score: 50, contributions }));
    fc.assert(
      fc.property(report, report, (before, after) => {
        // What TypeScript would refuse, pages without it hand over.
        const given = [after, before] as unknown as [GivenReport, GivenReport];
        expect([said(...given), ...movers(...given).flat()].join()).to.not.match(/NaN|Infinity|undefined|\[object/);
      }),
    );
  });
});
