import { cautionsOfSplit, type DataRow, foldsByAccount } from '@hale/core/validation';
import { expect } from 'chai';
import { realSetsMissing, tableRows } from '../../scripts/figures/real-sets.ts';

function cautions(rows: readonly DataRow[]): string[] {
  const columns = (rows[0]?.values ?? []).map((_, column) => `column ${column}`);
  const [split] = foldsByAccount({ rows }, 2);
  if (!split) expect.fail('expected a split');
  return cautionsOfSplit({ columns, horizon: 1 }, split, 'apart').map(({ code }) => code);
}

describe('the guard against near-duplicates', function () {
  this.timeout(60_000);

  before(function () {
    const missing = realSetsMissing();
    if (missing === null) return;
    console.log(missing);
    this.skip();
  });

  it('is set off by the Iranian set, where about fifty customers come sixty-three times', () => {
    const columns = Array.from({ length: 13 }, (_, column) => column);
    expect(cautions(tableRows('iranian-churn/Customer_Churn.csv', columns))).to.deep.equal(['near-duplicates']);
  });

  it('is not by Telco, nor by customers of a wholesaler on a day', () => {
    expect(cautions(tableRows('telco/Telco-Customer-Churn.csv', [2, 5, 18]))).to.deep.equal([]);
    expect(cautions(tableRows('online-retail/online_retail_daily_by_customer.csv', [1, 2, 3, 4, 5]))).to.deep.equal([]);
  });
});
