import { expect } from 'chai';
import fc from 'fast-check';
import { b2bSaas } from '../model/presets/b2b-saas.ts';
import type { Report } from '../schema/report.ts';
import { toTenths } from '../schema/say.ts';
import { buildReport } from './build-report.ts';
import { explainReport } from './explain-report.ts';
import { explainChange } from './say-change.ts';

const empty = buildReport(b2bSaas, { id: 'acme', name: 'Acme' }, { now: '2026-11-14T09:00:00Z' });
const scored = (score: number): Report => ({ ...empty, score, reason: null, tier: 'watch' });
const none = { model: 0, group: 0, coverage: 0, data: 0, override: 0 };
const tenths = (figure: string) => Math.round(Number(figure.replace('−', '-')) * 10);

describe('the sentence of a change', () => {
  it('has figures that add up as they are written', () => {
    const points = fc.double({ min: -12, max: 12, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: 40, max: 60, noNaN: true }),
        points,
        points,
        points,
        (from, model, coverage, data) => {
          const to = from + model + coverage + data;
          const said = explainChange(scored(from), scored(to), { ...none, model, coverage, data });
          const parts = [...said.matchAll(/ ([+−]\d+(?:\.\d)?)/g)].map(([, figure = '']) => tenths(figure));
          expect(parts.reduce((sum, part) => sum + part, 0)).to.equal(toTenths(to) - toTenths(from));
        },
      ),
    );
  });

  it('gives what rounding leaves to the largest remainder', () => {
    expect(explainChange(scored(67.34), scored(58.29), { ...none, data: -9.03, group: -0.02 })).to.equal(
      'The score fell from 67.3 to 58.3: data −9.',
    );
  });
});

describe('the move in a headline', () => {
  it('is between the two scores as they are written', () => {
    const trend = { ...empty.trend, earlier: { at: '2026-10-17T09:00:00.000Z', score: 74.4 }, change: -12.9 };
    const report: Report = { ...scored(61.5), trend: { ...trend, direction: 'down' } };
    expect(explainReport(report).headline).to.match(/^62, watch, down 12 in 28 days/);
    expect(explainReport({ ...report, score: 69.56 }).headline).to.match(/^69.6, watch/);
    expect(explainReport({ ...report, score: 69.97 }).headline).to.match(/^69.9, watch/);
  });
});
