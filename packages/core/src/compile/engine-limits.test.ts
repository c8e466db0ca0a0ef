import { expect } from 'chai';
import { HealthError } from '../errors.ts';
import { parseModel } from '../index.ts';
import { duckdb } from '../sql/duckdb.ts';
import { postgres } from '../sql/postgres.ts';
import { compileScores } from './scores.ts';

/** Eight dimensions of so many metrics each. */
const modelOf = (each: number) =>
  parseModel({
    id: 'wide',
    version: '1',
    measures: { f: { kind: 'fact', name: 'f' } },
    dimensions: Array.from({ length: 8 }, (_, dimension) => ({
      id: `d${dimension}`,
      weight: 1,
      metrics: Array.from({ length: each }, (_, place) => ({
        kind: 'range',
        id: `x${dimension * each + place}`,
        measure: 'f',
        worst: 0,
        best: 1 + dimension * each + place,
      })),
    })),
    tiers: [],
  });

describe('a statement', () => {
  it('has no more parameters than Postgres takes, or there is none, and the error says how many there are', () => {
    const of = (measures: number) =>
      parseModel({
        ...modelOf(1),
        measures: Object.fromEntries(
          Array.from({ length: measures }, (_, place) => {
            const among = Array.from({ length: 1000 }, (_, value) => `${place}-${value}`);
            return [place ? `m${place}` : 'f', { kind: 'share', event: 'use', of: 'feature', within: '7d', among }];
          }),
        ),
      });
    expect(() => compileScores(of(66), postgres, { now: 0 }))
      .to.throw(
        HealthError,
        /^The model wide needs a statement of 66\d\d\d parameters, and postgres takes at most 65535:/,
      )
      .with.property('code', 'too-many-values');
    expect(compileScores(of(65), postgres, { now: 0 }).values.length).to.be.above(65_000);
    expect(compileScores(of(66), duckdb, { now: 0 }).values.length).to.be.above(66_000);
  });

  it('has no more columns than Postgres takes, or there is none, and the error says how many there are', () => {
    const wide = modelOf(53);
    expect(() => compileScores(wide, postgres, { now: 0 }))
      .to.throw(
        HealthError,
        /^The model wide needs a select of 17\d\d columns, and postgres takes at most 1664: give it/,
      )
      .with.property('code', 'too-many-columns');
    expect(compileScores(wide, duckdb, { now: 0 }).columns.length).to.be.above(1700);
    expect(compileScores(modelOf(40), postgres, { now: 0 }).columns.length).to.be.above(1200);
  });
});
