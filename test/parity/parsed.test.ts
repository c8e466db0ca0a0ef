import { parseModel } from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { compileScores, databricks, trino } from '@hale/core/sql';
import { expect } from 'chai';
import fc from 'fast-check';
import { now } from '../../packages/core/src/fixtures/account-arbitraries.ts';
import { standingModel } from '../../packages/core/src/fixtures/standing-arbitraries.ts';
import { lacksParser, parseFaults } from '../support/sqlglot.ts';

/** Statements as a parser of their dialect takes them: all that is told of those dialects which are not run here. */

describe('statements that are parsed', function () {
  this.timeout(600_000);
  const reason = lacksParser();
  if (reason !== null && process.env.CI === undefined) {
    it(reason, function () {
      this.skip();
    });
    return;
  }

  it('are of the dialect they are compiled for', () => {
    const models = [b2bSaas, ...fc.sample(standingModel, { numRuns: 3, seed: 1 }).map((one) => parseModel(one))];
    const dialects = [databricks, trino];
    const statements = models.flatMap((model) =>
      dialects.map((dialect) => [dialect.name, compileScores(model, dialect, { now, reports: true }).text] as const),
    );
    const faults = parseFaults([...statements, ['trino', 'select cast(1 as']]);
    // What is no statement has to be found out, or nothing was parsed.
    expect(faults.pop()).to.be.a('string');
    const wrong = faults.flatMap((fault, place) =>
      fault ? [`${statements[place]?.[0]}: ${fault.slice(0, 500)}`] : [],
    );
    expect(wrong).to.deep.equal([]);
  });
});
