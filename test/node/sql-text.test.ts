import { readFileSync, writeFileSync } from 'node:fs';
import { parseModel } from '@hale/core';
import { compileScores, duckdb, postgres, type Statement, spark, trino } from '@hale/core/sql';
import { expect } from 'chai';

/**
 * The text of the statement of one small model in every dialect, as reviewed: a change of it shows in `sql-text`, whose
 * files `HALE_REWRITE=1 npm test -- test/node/sql-text.test.ts` writes anew.
 */

/** What would be text of a statement if anything of a model were. */
const hostile = `seats'); drop table facts; --`;
const model = parseModel({
  id: 'small',
  version: '1',
  measures: {
    use: { kind: 'count', event: 'use', where: { feature: 'exports' }, within: '7d' },
    seats: { kind: 'fact', name: hostile },
  },
  dimensions: [
    {
      id: 'd',
      weight: 1,
      metrics: [
        { kind: 'range', id: 'use', measure: 'use', worst: 0, best: 10, weight: 2 },
        { kind: 'range', id: 'seats', measure: 'seats', worst: 0, best: 5 },
      ],
    },
  ],
  tiers: [
    { id: 'low', from: 0 },
    { id: 'high', from: 50 },
  ],
  signals: [{ id: 'quiet', effect: 'risk', severity: 'low', when: { measure: 'use', lt: 1 } }],
});

/** A statement as its file has it: the text, then the values as comments. */
const written = ({ text, values }: Statement): string =>
  `${text}\n${values.map((value, index) => `-- ${index + 1}: ${JSON.stringify(value)}`).join('\n')}\n`;

describe('the text of a small model', () => {
  for (const dialect of [duckdb, postgres, spark, trino])
    it(`is for ${dialect.name} as it was reviewed`, () => {
      const statement = compileScores(model, dialect, { now: Date.parse('2026-11-14T09:00:00Z') });
      const file = new URL(`sql-text/${dialect.name}.sql`, import.meta.url);
      if (process.env.HALE_REWRITE) writeFileSync(file, written(statement));
      expect(written(statement)).to.equal(readFileSync(file, 'utf8'));
      expect(statement.text).to.not.include('drop table');
      expect(statement.values).to.include(hostile);
    });
});
