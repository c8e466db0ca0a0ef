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

describe('the columns of a statement', () => {
  it('are no more than Postgres takes, or there is none, and the error says how many there are', () => {
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
