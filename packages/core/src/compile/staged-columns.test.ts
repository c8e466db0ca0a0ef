import { expect } from 'chai';
import { duckdb } from '../sql/duckdb.ts';
import { sql } from '../sql/fragment.ts';
import { render } from '../sql/render.ts';
import { StagedColumns } from './staged-columns.ts';

const textOf = (staged: StagedColumns, ...wanted: string[]) =>
  staged.stages(new Set(wanted)).map(({ added, kept }) => [kept.join(' '), render(added, duckdb).text]);

describe('columns made of columns', () => {
  it('are written where they are read, if that is in one place', () => {
    const staged = new StagedColumns();
    const one = staged.add('one', sql`a.since + 1`);
    const two = staged.add('two', sql`${one.read} * 2`, [one]);
    staged.add('three', sql`- ${two.read}`, [two]);
    expect(textOf(staged, 'three')).to.deep.equal([['', ', - ((a.since + 1) * 2) as "three"']]);
  });

  it('are held where several read them, and kept as long as anybody does', () => {
    const staged = new StagedColumns();
    const one = staged.add('one', sql`a.since + 1`);
    const two = staged.add('two', sql`${one.read} * ${one.read}`, [one]);
    staged.add('three', sql`a.since + ${two.read} + ${two.read}`, [two]);
    expect(textOf(staged, 'three')).to.deep.equal([
      ['since', ', a.since + 1 as "one"'],
      ['since', ', a."one" * a."one" as "two"'],
      ['', ', a.since + a."two" + a."two" as "three"'],
    ]);
  });

  it('are left out where nobody reads them, and kept where they are wanted', () => {
    const staged = new StagedColumns();
    const one = staged.add('one', sql`1`);
    staged.add('two', sql`${one.read} + 1`, [one]);
    staged.add('three', sql`${one.read} + 2`, [one]);
    expect(textOf(staged, 'one', 'three', 'id')).to.deep.equal([
      ['id', ', 1 as "one"'],
      ['one id', ', a."one" + 2 as "three"'],
    ]);
  });
});
