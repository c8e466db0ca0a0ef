import { readFileSync } from 'node:fs';
import * as validation from '@hale/core/validation';
import { expect } from 'chai';

const page = readFileSync(new URL('../../packages/core/docs/validation.md', import.meta.url), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));
const cells = (row: string): string[] =>
  row
    .slice(1, -1)
    .split(' | ')
    .map((cell) => cell.trim());

describe('the page of validation', () => {
  it('has one row for each function, and none for another', () => {
    const documented = rows.map((row) => cells(row)[0]?.replaceAll('`', ''));
    expect(documented.toSorted()).to.deep.equal(Object.keys(validation).toSorted());
  });

  it('says formula, edge cases and source in each', () => {
    for (const row of rows) {
      expect(cells(row), row).to.have.length(4);
      expect(cells(row).every(Boolean), row).to.equal(true);
    }
  });

  it('shows what its example gives', () => {
    const { auc, brierSkill } = validation;
    expect(auc([true, false, true, false], [0.9, 0.8, 0.7, 0.1])).to.deep.equal({ value: 0.75, reason: null });
    expect(brierSkill([false, false], [0.2, 0.1]).reason?.code).to.equal('one-class');
  });
});
