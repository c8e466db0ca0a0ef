import { buildReport, parseAccount, type Report } from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { expect } from 'chai';
import { openDatabase } from '../database/database.ts';
import type { Database } from '../database/session.ts';
import { suiteFolder } from '../fixtures/suite-folder.ts';
import { keepReports, keptReports, takeReports } from './report-table.ts';

describe('the table of reports', () => {
  const folder = suiteFolder();
  let database: Database;
  after(() => folder.remove());
  beforeEach(async () => {
    database = await openDatabase(`${folder.path}/${Math.random()}.duckdb`);
  });
  afterEach(() => database.close());

  const report = (id: string, now: string): Report => buildReport(b2bSaas, parseAccount({ id }), { now });
  const [monday, tuesday, wednesday] = ['2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z', '2026-03-04T00:00:00Z'];
  /** A night's file with these rows. */
  const night = async (rows: readonly (readonly [id: string, report: unknown])[]): Promise<string> => {
    // With a name that means others too, and one of them beside it.
    const [file, other] = [`${folder.path}/it's [1].parquet`, `${folder.path}/it's 1.parquet`];
    await database.transaction(async (transaction) => {
      await transaction.run('CREATE OR REPLACE TEMP TABLE made (account_id VARCHAR, as_of TIMESTAMP, report VARCHAR)');
      for (const [id, made] of rows) {
        const { asOf = monday } = made as Partial<Report>;
        await transaction.run('INSERT INTO made VALUES ($1, $2::TIMESTAMP, $3)', [
          id,
          asOf.replace('Z', ''),
          JSON.stringify(made),
        ]);
      }
      for (const path of [file, other]) {
        await transaction.run(`COPY made TO '${path.replaceAll("'", "''")}' (FORMAT parquet)`);
        await transaction.run('DELETE FROM made');
      }
    });
    return file;
  };
  const kept = async () => [...(await keptReports(database))].map(([id, { asOf }]) => [id, asOf]);
  const take = async (rows: Parameters<typeof night>[0]) => takeReports(database, await night(rows), async () => {});

  it('takes those of a night, and leaves newer ones and those of other accounts as they are', async () => {
    await database.transaction((transaction) =>
      keepReports(transaction, [report('a', monday), report('b', wednesday), report('c', monday)]),
    );
    const many = Array.from({ length: 1100 }, (_, index) => `m${String(index).padStart(4, '0')}`);
    const rows = ['a', 'b', ...many].map((id) => [id, report(id, tuesday)] as const);
    expect(await take(rows)).to.equal(1101);
    const found = await kept();
    const day = (instant: string) => new Date(instant).toISOString();
    expect(found.slice(0, 4)).to.deep.equal([
      ['a', day(tuesday)],
      ['b', day(wednesday)],
      ['c', day(monday)],
      ['m0000', day(tuesday)],
    ]);
    expect(found).to.have.length(1103);
  });

  it('takes none where one is no report, or is another account\u2019s', async () => {
    await database.transaction((transaction) => keepReports(transaction, [report('a', monday)]));
    for (const wrong of [{ account: { id: 'b' } }, report('c', tuesday)]) {
      const error: Error = await take([
        ['a', report('a', tuesday)],
        ['b', wrong],
      ]).then(
        () => new Error('all were taken'),
        (thrown) => thrown,
      );
      expect(error.name, error.message).to.equal('HealthError');
      expect(await kept()).to.deep.equal([['a', new Date(monday).toISOString()]]);
    }
  });
});
