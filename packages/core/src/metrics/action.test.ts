import { expect } from 'chai';
import { modelOfMetric, refusedMetric } from '../fixtures/model-of-metric.ts';
import { read } from '../fixtures/read.ts';
import { measuresOf } from '../model/resolve-model.ts';
import { action } from './action.ts';

const common = { kind: 'action', id: 'x', event: 'sso.enabled', points: 20 } as const;
const due = { ...common, deadline: '14d', after: 'start', missed: -15, late: 5 } as const;
const [inTime, late, notDue, missed] = [1, 2, 0, -1];
const states = [inTime, late, notDue, missed];

describe('action', () => {
  it('gives points when done, fewer when late, and costs some when missed', () => {
    expect(states.map((state) => action.points?.(due, state))).to.deep.equal([20, 5, 0, -15]);
    expect(states.map((state) => action.points?.({ ...common, deadline: '14d' }, state))).to.deep.equal([20, 20, 0, 0]);
    expect(action.bounds?.(due)).to.deep.equal([-15, 20]);
  });

  it('scores as a share of its points where points are not added, and does not apply before it is due', () => {
    expect(states.map((state) => action.score(due, state))).to.deep.equal([100, 25, null, 0]);
    expect(states.map((state) => action.score({ ...common, deadline: '14d' }, state))).to.deep.equal([
      100,
      100,
      null,
      0,
    ]);
    expect(action.score({ ...due, late: -5 }, late)).to.equal(0);
  });

  it('is read from what the account did by the deadline', () => {
    const read1 = (events: object[]) => {
      const measures = Object.fromEntries(measuresOf(modelOfMetric(due)).measures);
      const seen = read(measures, { since: '2026-10-01T00:00:00.000Z', events });
      return Object.entries(seen).find(([id]) => id !== 'm')?.[1].value;
    };
    expect(read1([{ name: 'sso.enabled', at: '2026-10-05T00:00:00.000Z' }])).to.equal(inTime);
    expect(read1([{ name: 'sso.enabled', at: '2026-11-05T00:00:00.000Z' }])).to.equal(late);
    expect(read1([])).to.equal(missed);
  });

  it('says what it gives', () => {
    expect(action.explain(due, String)).to.equal(
      '20 points when done within 14 days, 5 when done later, -15 when missed',
    );
    expect(action.explain(common, String)).to.equal('20 points when done');
  });

  it('refuses a deduction without a deadline, a deadline without a start, and late points out of order', () => {
    expect(refusedMetric({ ...common, missed: -5, late: 2 })).to.deep.equal([
      'x.late needs a deadline: without one nothing is ever late. Add deadline and after, or remove late.',
      'x.missed needs a deadline: without one nothing is ever missed. Add deadline and after, or remove missed.',
    ]);
    expect(refusedMetric({ ...common, deadline: '14d' })).to.deep.equal([
      'x has a deadline without a start: say with after what it runs from.',
    ]);
    expect(refusedMetric({ ...due, after: 'signup' })).to.deep.equal([
      'x.after must be "start", an object {event}, or an object {fact}, not "signup".',
    ]);
    expect(refusedMetric({ ...common, after: 'start' })).to.deep.equal([
      'x.after is the start of a deadline that is not there: add deadline, or remove after.',
    ]);
    for (const given of [21, -16]) {
      expect(refusedMetric({ ...due, late: given })).to.deep.equal([
        `x.late must lie between missed (-15) and points (20), not ${given}: late is no better than in time, and no worse than never.`,
      ]);
    }
    expect(refusedMetric({ ...due, points: 0, missed: 1 })).to.deep.equal([
      'x.missed must be at most 0, not 1.',
      'x.points must be more than 0, not 0.',
    ]);
  });
});
