import { expect } from 'chai';
import { type FigureGrid, HealthError, parseGrid } from '../report.ts';

const grid: FigureGrid = {
  schema: 'hale.grid/1',
  asOf: '2026-11-14T09:00:00Z',
  unit: 'share',
  columns: [
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
  ],
  rows: [{ id: 'x', label: 'X', values: [0.5, null], total: 0.4 }],
};

const refused = (changes: Partial<FigureGrid>): string => {
  try {
    parseGrid({ ...grid, ...changes });
    return '';
  } catch (error) {
    if (error instanceof HealthError) return error.message;
    throw error;
  }
};

describe('parseGrid', () => {
  it('takes a grid, with what was not measured', () => {
    expect(parseGrid(grid)).to.deep.equal(grid);
    expect(refused({ unit: 'count', rows: [{ id: 'x', label: 'X', values: [12, 0], total: null }] })).to.equal('');
  });

  it('refuses rows that do not fit their columns, shares above all, and twice the same id', () => {
    const [row] = grid.rows;
    if (!row) throw new Error('There is a row.');
    expect(refused({ rows: [{ ...row, values: [0.5] }] })).to.match(
      /rows\[0\]\.values must have a value, or null, for each of 2 columns/,
    );
    expect(refused({ rows: [{ ...row, total: 40 }] })).to.match(/rows\[0\] must have shares from 0 to 1/);
    expect(refused({ rows: [row, row] })).to.match(/rows must have ids of their own/);
    expect(refused({ rows: [{ ...row, values: [-1, Number.NaN] }] })).to.match(/rows\[0\]\.values\[0\]/);
  });
});
