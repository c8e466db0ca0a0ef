import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cautionsOfSplit, type DataRow, foldsByAccount } from '@hale/core/validation';
import { expect } from 'chai';

/** Beside the repository, where those who have the real data keep it; it is not part of the project. */
const data = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

/** The numbers of a table as rows of accounts that have nothing but a number to be told apart by. */
function rowsOf(file: string, columns: readonly number[]): DataRow[] {
  const [, ...lines] = readFileSync(join(data, file), 'utf8').trim().split(/\r?\n/);
  return lines.map((line, row) => {
    const cells = line.split(',');
    const values = columns.map((column) => Number(cells[column]));
    return { account: `${row}`, cutOff: 0, values, observed: values.map(() => 0), happened: cells.at(-1) === '1' };
  });
}

function cautions(rows: readonly DataRow[]): string[] {
  const columns = (rows[0]?.values ?? []).map((_, column) => `column ${column}`);
  const [split] = foldsByAccount({ rows }, 2);
  if (!split) expect.fail('expected a split');
  return cautionsOfSplit({ columns, horizon: 1 }, split, 'apart').map(({ code }) => code);
}

describe('the guard against near-duplicates', function () {
  this.timeout(60_000);

  before(function () {
    if (existsSync(data)) return;
    console.log(
      'The real sets are not at ../shared/data, so that the guard against near-duplicates is not tried on them.',
    );
    this.skip();
  });

  it('is set off by the Iranian set, where about fifty customers come sixty-three times', () => {
    const columns = Array.from({ length: 13 }, (_, column) => column);
    expect(cautions(rowsOf('iranian-churn/Customer_Churn.csv', columns))).to.deep.equal(['near-duplicates']);
  });

  it('is not by Telco, nor by customers of a wholesaler on a day', () => {
    expect(cautions(rowsOf('telco/Telco-Customer-Churn.csv', [2, 5, 18]))).to.deep.equal([]);
    expect(cautions(rowsOf('online-retail/online_retail_daily_by_customer.csv', [1, 2, 3, 4, 5]))).to.deep.equal([]);
  });
});
