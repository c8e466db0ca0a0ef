import { expect } from 'chai';
import fc from 'fast-check';
import { now } from '../fixtures/account-arbitraries.ts';
import { segmented } from '../fixtures/score-arbitraries.ts';
import { plansIn, scoresStatement } from '../fixtures/scores-in-sql.ts';
import { type Model, parseModel } from '../model/define-model.ts';
import type { ModelDocument } from '../model/model.ts';
import { duckdb } from '../sql/duckdb.ts';

/** What is written, as text; `test/parity` holds it against what JavaScript makes of the same. */

const textOf = (model: Model): string => {
  const plans = plansIn(model);
  return scoresStatement({ model, plans, dialect: duckdb, now }, [{ plan: 0, observations: new Map() }]).statement.text;
};

const metric = { kind: 'range', id: 'x', measure: 'm', worst: 0, best: 10 } as const;
const document: ModelDocument = {
  id: 'one',
  version: '1',
  measures: { m: { kind: 'fact', name: 'm' } },
  dimensions: [{ id: 'd', weight: 1, metrics: [metric] }],
  tiers: [],
};

const segment = (is: number, overlay: object) => ({ id: `s${is}`, when: { fact: 'f', eq: is }, ...overlay });
const times = (text: string, part: string) => text.split(part).length - 1;

describe('scoreColumns', () => {
  it('writes a metric as what it is: whether it is there, how far it has come, how much of it counts', () => {
    const text = textOf(parseModel(document));
    expect(text).to.include('case when abs(a."m0") <= 1.7976931348623157e308 then 0 else 1 end as "x0"');
    expect(text).to.match(
      /case a."x0" when 0 then \(case when a."m0" >= cast\(\$\d+ as double\) then 100 when a."m0" <= cast\(\$\d+ as double\) then 0 else a."m0" \/ cast\(\$\d+ as double\) \* 100 end .*\) else null end as "x1"/,
    );
  });

  it('writes once what segments share, and what differs by the plan in force', () => {
    const plain = textOf(parseModel(document));
    const heavier = { ...document, segments: [segment(0, { weights: { x: 2 } }), segment(1, { weights: { d: 3 } })] };
    const weighed = textOf(parseModel(heavier));
    expect(times(weighed, ' * 100 end')).to.equal(times(plain, ' * 100 end'));
    expect(times(plain, 'a."plan"')).to.equal(0);
    expect(times(weighed, 'case when a."plan" = 1 then')).to.equal(1);
    expect(weighed).to.not.match(/"plan" in |\bin \(\d/);
    const steeper = { ...document, segments: [segment(0, { metrics: { x: { best: 5 } } }), segment(1, {})] };
    expect(times(textOf(parseModel(steeper)), ' * 100 end')).to.equal(2);
  });

  it('has no text of a model in it, whatever that says', () => {
    const hostile = `x'"; drop table accounts; --`;
    const sentiment = {
      kind: 'sentiment',
      id: hostile,
      fact: hostile,
      scale: { [hostile]: 1 },
      expires: '30d',
    } as const;
    const text = textOf(
      parseModel({
        ...document,
        measures: { [hostile]: { kind: 'fact', name: hostile }, m: { kind: 'fact', name: 'm' } },
        dimensions: [
          { id: `d${hostile}`, label: hostile, weight: 1, metrics: [sentiment, { ...metric, measure: hostile }] },
        ],
        segments: [segment(0, { weights: { [hostile]: 2 } })],
      }),
    );
    expect(text).to.not.include('drop');
  });

  it('holds no number of a model in its text either', () => {
    fc.assert(
      fc.property(segmented, (random) => {
        const numbers = textOf(parseModel(random)).match(/\d+\.\d+/g) ?? [];
        expect(['0.5', '1.7976931348623157']).to.include.members(numbers);
      }),
      { numRuns: 10 },
    );
  });
});
