import { readFileSync } from 'node:fs';
import * as stats from '@hale/core/stats';
import { expect } from 'chai';

const page = readFileSync(new URL('../../packages/core/docs/statistics.md', import.meta.url), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));
const cells = (row: string): string[] =>
  row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

describe('the page of statistics', () => {
  it('has one row for each statistic, and none for another', () => {
    const documented = rows.map((row) => cells(row)[0]?.replaceAll('`', ''));
    expect(documented.toSorted()).to.deep.equal(Object.keys(stats).toSorted());
  });

  it('says formula, edge cases and source in each', () => {
    for (const row of rows) {
      expect(cells(row), row).to.have.length(4);
      expect(cells(row).every(Boolean), row).to.equal(true);
    }
  });

  it('shows what its example gives', () => {
    const { nps, netRevenueRetention } = stats;
    expect(nps([10, 9, 8, 6, null])).to.deep.equal({ score: 25, promoters: 2, passives: 1, detractors: 1, n: 4 });
    const accounts = [
      { start: 100, end: 150 },
      { start: 100, end: 0 },
    ];
    expect(netRevenueRetention(accounts, { reactivation: 'exclude' }).rate).to.equal(0.75);
  });
});
