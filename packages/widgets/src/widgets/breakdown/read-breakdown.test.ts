import { expect } from 'chai';
import fc from 'fast-check';
import { example } from '../../fixtures/example.ts';
import { formatsOf } from '../../ui/formats.ts';
import type { GivenReport } from '../../ui/score-reading.ts';
import { breakdownMessages } from './breakdown.messages.ts';
import { readBreakdown } from './read-breakdown.ts';
import { sayBreakdown, sayLine } from './say-breakdown.ts';

const speech = { words: breakdownMessages.english, formats: formatsOf('en', 'UTC') };
const total = (values: readonly (number | null)[]) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
const [seats] = example.contributions;
if (!seats) throw new Error('the report has contributions');

function expectSums(report: GivenReport, score: number) {
  const { groups, points, untold } = readBreakdown(report);
  expect(points).to.equal(Math.round(score * 10));
  expect(total(groups.map((group) => group.points)) + untold).to.equal(points);
  for (const group of groups) expect(total(group.lines.map((line) => line.points))).to.equal(group.points);
}

describe('a breakdown read', () => {
  it('adds up: lines to dimensions, dimensions to the score', () => {
    expectSums(example, 62);
    expect(readBreakdown(example).untold).to.equal(0);
  });

  it('adds up to the score whatever the points', () => {
    const points = fc.oneof(fc.double({ min: -60, max: 60, noNaN: true }), fc.constant(null), fc.double());
    const of = (dimension: string | null, points: number | null) => ({ ...seats, dimension, points });
    const dimension = fc.constantFrom('adoption', 'service', 'unheard of', null);
    const contributions = fc.array(fc.tuple(dimension, points), { maxLength: 40 });
    fc.assert(
      fc.property(contributions, fc.double({ min: 0, max: 100, noNaN: true }), (given, score) => {
        expectSums({ ...example, score, contributions: given.map((one) => of(...one)) }, score);
      }),
    );
  });

  it('lists what the report does not tell apart, and hides it nowhere', () => {
    const report = { ...example, contributions: example.contributions.slice(1) };
    expect(readBreakdown(report).untold).to.equal(113);
  });

  it('lists what a person set beside what the metrics gave', () => {
    const set = { ...seats, role: 'override' as const, dimension: null, label: 'Set by hand', points: -20, most: 0 };
    const report = { ...example, score: 42, contributions: [...example.contributions, set] };
    expectSums(report, 42);
    expect(readBreakdown(report).groups.at(-1)).to.include({ label: null, points: -200, of: 0 });
  });

  it('counts what a group begins with into the most it can give, up to its share of the scale', () => {
    const [dimension] = example.dimensions;
    const add = (id: string, points: number) => ({ ...seats, id, points, most: points, effectiveWeight: 0.2 });
    const start = { ...add('start', 8), role: 'start' as const, effectiveWeight: 0 };
    const groupWith = (share: number, most: number) =>
      readBreakdown({
        ...example,
        score: 36,
        contributions: [add('a', 18), { ...add('b', 10), most }, start],
        dimensions: [{ ...dimension, score: 36 / share, points: 36 }],
      }).groups[0];
    expect(groupWith(0.4, 10)).to.include({ points: 360, of: 360 });
    // More could be added than there is room for.
    expect(groupWith(0.36, 14)).to.include({ points: 360, of: 360 });
  });

  it('has no points without a score, and shows the weights of the model', () => {
    const { groups, points } = readBreakdown({ ...example, score: null });
    expect(points).to.equal(null);
    expect(total(groups.map(({ of }) => of))).to.equal(1000);
    expect(groups.flatMap(({ lines }) => lines).every((line) => line.points === null)).to.equal(true);
  });

  it('says where most is missing from the whole', () => {
    const said = (report: GivenReport) => sayBreakdown(readBreakdown(report), speech);
    expect(said(example)).to.equal('Adoption gives 18.9 of its 35 points, Service 9.0 of 20');
    expect(said({ ...example, contributions: [] })).to.equal('Not part of this report');
    const full = example.contributions.map((one) => ({ ...one, points: (one.effectiveWeight ?? 0) * 100 }));
    expect(said({ ...example, score: 100, contributions: full })).to.equal(speech.words.all);
  });

  it('says what was read, and of what was not what became of its weight', () => {
    const said = (changes: object) => {
      const contributions = [{ ...seats, ...changes }];
      const line = readBreakdown({ ...example, contributions }).groups[0]?.lines[0];
      return line && sayLine(line, speech, 'Sponsor left');
    };
    expect(said({})).to.equal('41 of 60');
    expect(said({ parts: { now: 41, before: 56 } })).to.equal('41, 56 before');
    expect(said({ parts: { part: 0.5, whole: 0.25 }, partsUnit: 'percent' })).to.equal('50% of 25%');
    expect(said({ parts: undefined, value: 0.68 })).to.equal('68%');
    expect(said({ parts: null, value: 1, unit: 'days' })).to.equal('1 day');
    expect(said({ said: 'missed', isJudgement: true })).to.equal('missed; a person’s judgement');
    const missing = { status: 'missing', effectiveWeight: 0, points: 0 };
    expect(said({ ...missing, normalized: null })).to.equal('not observed; its 14 points are carried by the rest');
    expect(said({ ...missing, normalized: 50 })).to.equal('not observed; counts as 50 of 100');
    expect(said({ ...missing, normalized: null, status: 'not-applicable' })).to.equal('does not apply');
    expect(said({ role: 'start' })).to.equal('to begin with');
    expect(said({ role: 'override' })).to.equal('Sponsor left');
  });

  it('does not throw nor say NaN, whatever it is given', () => {
    const odd = fc.oneof(fc.double(), fc.string(), fc.constant(null), fc.array(fc.anything()), fc.object());
    const names = ['id', 'label', 'role', 'dimension', 'points', 'most', 'weight', 'effectiveWeight', 'parts', 'at'];
    const row = fc.record(Object.fromEntries(names.map((name) => [name, odd])), { requiredKeys: [] });
    const list = fc.oneof(fc.array(fc.oneof(row, odd)), odd);
    fc.assert(
      fc.property(list, list, odd, (contributions, dimensions, score) => {
        // What TypeScript would refuse, pages without it hand over.
        const breakdown = readBreakdown({ contributions, dimensions, score } as GivenReport);
        const lines = breakdown.groups.flatMap((group) => group.lines.map((line) => sayLine(line, speech)));
        expect([sayBreakdown(breakdown, speech), ...lines].join()).to.not.match(/NaN|Infinity|undefined|\[object/);
      }),
    );
  });
});
